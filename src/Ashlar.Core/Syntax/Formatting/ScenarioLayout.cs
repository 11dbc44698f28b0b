using System.Collections.Immutable;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Syntax.Formatting;

/// <summary>The units and brackets of a scenario.</summary>
internal sealed class ScenarioLayout(TokenMap map) : IScenarioPartSyntaxVisitor<Unit>
{
    private readonly ExpressionLayout _expressions = new(map);

    public void AddParts(Unit unit, ScenarioSyntax node)
    {
        var block = Brackets.Add(unit, map, map.FirstOf(node.Name) + 1, BracketStyle.Statements);
        for (var position = 0; position < node.Parts.Length;)
        {
            var rows = node.Parts.Skip(position).Take(RowsAt(node.Parts, position)).OfType<GivenSyntax>().ToList();
            Brackets.AddItem(block, map, rows.Count > 0 ? Given(rows) : node.Parts[position].Accept(this));
            position += Math.Max(1, rows.Count);
        }
    }

    /// <summary>How many rows one `given` names: commas separate them.</summary>
    private int RowsAt(ImmutableArray<ScenarioPartSyntax> parts, int first)
    {
        var next = first + 1;
        while (next < parts.Length && map.Tokens[map.FirstOf(parts[next]) - 1].Kind == TokenKind.Comma)
        {
            next++;
        }

        return next - first;
    }

    public Unit Visit(GivenSyntax node) => Given([node]);

    public Unit Visit(AsSyntax node)
    {
        var unit = Whole(node);
        var block = Brackets.Add(unit, map, map.PartnerOf(unit.Last), BracketStyle.Statements);
        foreach (var request in node.Requests)
        {
            var item = Whole(request);
            AddValues(item, request.Values);
            AddValues(item, request.Gives);
            Brackets.AddItem(block, map, item);
        }

        return unit;
    }

    public Unit Visit(ThenSyntax node)
    {
        var unit = Whole(node);
        _expressions.Add(unit, node.Condition, level: 0);
        return unit;
    }

    public Unit Visit(AfterSyntax node)
    {
        var unit = Whole(node);
        _expressions.Add(unit, node.Duration, ExpressionLayout.Unbreakable);
        return unit;
    }

    public Unit Visit(TogetherSyntax node)
    {
        var unit = Whole(node);
        var block = Brackets.Add(unit, map, unit.First + 1, BracketStyle.Statements);
        foreach (var attempt in node.Attempts)
        {
            Brackets.AddItem(block, map, attempt.Accept(this));
        }

        return unit;
    }

    public Unit Visit(DoubleSyntax node)
    {
        var unit = Whole(node);
        AddValues(unit, node.Gives);
        return unit;
    }

    public Unit Visit(ReceiveSyntax node)
    {
        var unit = Whole(node);
        AddValues(unit, node.Values);
        return unit;
    }

    /// <summary>`given a: A, b: B { … }`, whose rows may start a line.</summary>
    private Unit Given(List<GivenSyntax> rows)
    {
        var unit = new Unit(map.FirstOf(rows[0]), map.LastOf(rows[^1]), Alignment.None);
        unit.Breaks.AddRange(rows.Skip(1).Select(row => (map.FirstOf(row), 0)));
        foreach (var row in rows)
        {
            AddValues(unit, row.Values);
        }

        return unit;
    }

    private void AddValues(Unit unit, ExpressionSyntax? values)
    {
        if (values is not null)
        {
            _expressions.Add(unit, values, ExpressionLayout.Unbreakable);
        }
    }

    private Unit Whole(SyntaxNode node) => new(map.FirstOf(node), map.LastOf(node), Alignment.None);
}
