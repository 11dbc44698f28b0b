using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Syntax.Formatting;

/// <summary>The units and brackets of a view.</summary>
internal sealed class ViewLayout(TokenMap map)
{
    private readonly MemberLayout _members = new(map);
    private readonly ExpressionLayout _expressions = new(map);

    public void AddParts(Unit unit, ViewSyntax node)
    {
        var block = Brackets.Add(unit, map, map.Next(TokenKind.OpenBrace, map.FirstOf(node.Name)), BracketStyle.Members);
        var rules = node.Access.ToDictionary(map.FirstOf);
        for (var position = block.Open + 1; position < block.Close;)
        {
            var part = rules.TryGetValue(position, out var rule) ? Access(rule) : Part(position, node);
            Brackets.AddItem(block, map, part);
            position = part.Last + 1;
        }
    }

    private Unit Part(int word, ViewSyntax node) => map.TextOf(word) switch
    {
        "input" => _members.Inputs(word, node.Inputs, Alignment.ViewPart),
        "from" when node.From is { } from => Source(from),
        "group" => Group(word, node),
        "select" => Select(word, node),
        "keep" when node.Keep is { } keep => Keep(word, keep),
        "sort" => Sort(word, node),
        "limit" when node.Limit is { } limit => Line(word, map.LastOf(limit)),
        _ => new Unit(word, word + 3, Alignment.ViewPart),
    };

    private Unit Access(ActionAccessSyntax node)
    {
        var unit = Line(map.FirstOf(node), map.LastOf(node));
        _expressions.AddWhere(unit, node.Where);
        return unit;
    }

    private Unit Source(ViewSourceSyntax node)
    {
        var unit = Line(map.FirstOf(node), map.LastOf(node));
        _expressions.AddWhere(unit, node.Where);
        return unit;
    }

    private Unit Group(int word, ViewSyntax node)
    {
        var unit = Line(word, map.LastOf(node.Keys[^1]));
        foreach (var key in node.Keys)
        {
            _expressions.Add(unit, key.Value, ExpressionLayout.Unbreakable);
        }

        return unit;
    }

    private Unit Select(int word, ViewSyntax node)
    {
        var unit = Line(word, map.PartnerOf(word + 1));
        var block = Brackets.Add(unit, map, word + 1, BracketStyle.List);
        foreach (var column in node.Columns)
        {
            var item = new Unit(map.FirstOf(column), map.LastOf(column), Alignment.None);
            _expressions.Add(item, column.Value, level: 0);
            Brackets.AddItem(block, map, item);
        }

        return unit;
    }

    private Unit Keep(int word, ExpressionSyntax condition)
    {
        var unit = Line(word, map.LastOf(condition));
        _expressions.Add(unit, condition, level: 0);
        return unit;
    }

    private Unit Sort(int word, ViewSyntax node)
    {
        var unit = Line(word, map.LastOf(node.Sort[^1]));
        foreach (var key in node.Sort)
        {
            _expressions.Add(unit, key.Value, ExpressionLayout.Unbreakable);
        }

        return unit;
    }

    private static Unit Line(int word, int last) => new(word, last, Alignment.ViewPart) { Stops = { word + 1 } };
}
