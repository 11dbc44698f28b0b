namespace Ashlar.Core.Syntax.Formatting;

/// <summary>Puts brackets into units and units into brackets.</summary>
internal static class Brackets
{
    public static Bracket Add(Unit unit, TokenMap map, int open, BracketStyle style)
    {
        var bracket = new Bracket(open, map.PartnerOf(open), style);
        unit.Brackets.Add(bracket);
        return bracket;
    }

    public static void AddItem(Bracket bracket, TokenMap map, Unit item)
    {
        if (bracket.Style != BracketStyle.List && bracket.Items.Count > 0)
        {
            map.Wide.Add(item.First);
        }

        bracket.Items.Add(item);
    }
}
