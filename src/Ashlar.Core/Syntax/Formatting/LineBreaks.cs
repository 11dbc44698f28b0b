namespace Ashlar.Core.Syntax.Formatting;

/// <summary>
/// Decides where a unit breaks. Brackets that were written over several lines stay broken; others break only where a
/// line gets too long, after the operators outside of them. Blocks of statements break before these operators do.
/// </summary>
internal sealed class LineBreaks(TokenMap map, Spacing spacing)
{
    public const int LongestLine = 110;
    public const int Indent = 2;

    /// <summary>Sets which brackets of the unit are broken and gives the tokens that start a continuation line.</summary>
    public HashSet<int> Decide(Unit unit, int indent, int trailing)
    {
        foreach (var bracket in unit.Brackets)
        {
            var hasContent = bracket.Items.Count > 0 || map.HasComment(bracket.Close);
            bracket.IsBroken = hasContent && (bracket.IsAlwaysBroken || map.IsMultiline(bracket.Open, bracket.Close));
        }

        if (unit.Brackets.Exists(bracket => bracket is { IsBroken: true, Style: BracketStyle.Statements }))
        {
            BreakStatements(unit);
        }

        var continuations = new HashSet<int>();
        while (FirstOverflow(unit, continuations, indent, trailing) is { } piece && Relieve(unit, continuations, piece))
        {
        }

        return continuations;
    }

    /// <summary>The first stretch of a line that is too long and could be shorter.</summary>
    private (int First, int Last)? FirstOverflow(Unit unit, HashSet<int> continuations, int indent, int trailing)
    {
        foreach (var (first, last, isContinuation) in Pieces(unit, continuations))
        {
            var width = indent + (isContinuation ? Indent : 0) + spacing.Width(first, last) + (last == unit.Last ? trailing : 0);
            if (width > LongestLine && CanRelieve(unit, continuations, (first, last)))
            {
                return (first, last);
            }
        }

        return null;
    }

    private static IEnumerable<(int First, int Last, bool IsContinuation)> Pieces(Unit unit, HashSet<int> continuations)
    {
        var cuts = unit.Brackets.Where(bracket => bracket.IsBroken).Select(bracket => (Last: bracket.Open, Next: bracket.Close))
            .Concat(continuations.Select(token => (Last: token - 1, Next: token)))
            .OrderBy(cut => cut.Next);
        var first = unit.First;
        foreach (var (last, next) in cuts)
        {
            yield return (first, last, continuations.Contains(first));
            first = next;
        }

        yield return (first, unit.Last, continuations.Contains(first));
    }

    private static bool CanRelieve(Unit unit, HashSet<int> continuations, (int First, int Last) piece) =>
        BreaksIn(unit, continuations, piece).Any() || BracketsIn(unit, piece).Any();

    private bool Relieve(Unit unit, HashSet<int> continuations, (int First, int Last) piece)
    {
        // A block opens before its head goes on in the next line.
        if (BracketsIn(unit, piece).Any(bracket => bracket.Style == BracketStyle.Statements))
        {
            BreakStatements(unit);
            return true;
        }

        var breaks = BreaksIn(unit, continuations, piece).ToList();
        if (breaks.Count > 0)
        {
            var loosest = breaks.Min(one => one.Level);
            continuations.UnionWith(breaks.Where(one => one.Level == loosest).Select(one => one.Token));
            return true;
        }

        if (BracketsIn(unit, piece).MaxBy(bracket => spacing.Width(bracket.Open, bracket.Close)) is { } widest)
        {
            widest.IsBroken = true;
            return true;
        }

        return false;
    }

    /// <summary>The branches of an `if` break together.</summary>
    private static void BreakStatements(Unit unit)
    {
        foreach (var bracket in unit.Brackets.Where(bracket => bracket.Style == BracketStyle.Statements))
        {
            bracket.IsBroken |= bracket.Items.Count > 0;
        }
    }

    private static IEnumerable<(int Token, int Level)> BreaksIn(
        Unit unit, HashSet<int> continuations, (int First, int Last) piece) =>
        unit.Breaks.Where(one => one.Token > piece.First && one.Token <= piece.Last && !continuations.Contains(one.Token));

    private static IEnumerable<Bracket> BracketsIn(Unit unit, (int First, int Last) piece) =>
        unit.Brackets.Where(bracket =>
            !bracket.IsBroken && bracket.Items.Count > 0 && bracket.Open >= piece.First && bracket.Close <= piece.Last);
}
