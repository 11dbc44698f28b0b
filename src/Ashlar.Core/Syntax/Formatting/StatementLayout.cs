using System.Collections.Immutable;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Syntax.Formatting;

/// <summary>The units and brackets of each kind of statement.</summary>
internal sealed class StatementLayout(TokenMap map) : IStatementSyntaxVisitor<Unit>
{
    private readonly ExpressionLayout _expressions = new(map);

    /// <summary>`do { … }`.</summary>
    public Unit Block(int word, ImmutableArray<StatementSyntax> statements)
    {
        var unit = new Unit(word, map.PartnerOf(word + 1), Alignment.ActionPart) { Stops = { word + 1 } };
        AddStatements(unit, word + 1, statements);
        return unit;
    }

    /// <summary>`require condition else Name "message"`, as a part of an action or as one of its steps.</summary>
    public Unit Require(RequireSyntax node, Alignment alignment)
    {
        var first = map.FirstOf(node);
        var unit = new Unit(first, map.LastOf(node), alignment) { Stops = { first + 1 } };
        unit.Breaks.Add((map.FirstOf(node.Name) - 1, 0));
        _expressions.Add(unit, node.Condition, level: 1);
        return unit;
    }

    public Unit Visit(LetSyntax node)
    {
        var unit = Whole(node);
        _expressions.Add(unit, node.Value, level: 0);
        return unit;
    }

    public Unit Visit(SetSyntax node)
    {
        var unit = Whole(node);
        _expressions.Add(unit, node.Row, ExpressionLayout.Unbreakable);
        _expressions.Add(unit, node.Value, level: 0);
        return unit;
    }

    public Unit Visit(MoveSyntax node) => Of(node, node.Row);

    public Unit Visit(NewRowSyntax node) => Of(node, node.Values);

    public Unit Visit(RemoveRowSyntax node) => Of(node, node.Row);

    public Unit Visit(EmitSyntax node) => Of(node, node.Values);

    public Unit Visit(RunSyntax node) => Of(node, node.Inputs);

    public Unit Visit(RequireSyntax node) => Require(node, Alignment.Statement);

    public Unit Visit(GrantSyntax node) => Of(node, node.Account);

    public Unit Visit(LinkSyntax node) => Of(node, node.Item);

    public Unit Visit(AuthenticateSyntax node)
    {
        var unit = Of(node, node.Values);
        unit.Breaks.Add((map.FirstOf(node.Name) - 1, 0));
        return unit;
    }

    public Unit Visit(SignInStepSyntax node)
    {
        var unit = Of(node, node.Account);
        unit.Stops.Clear();
        return unit;
    }

    public Unit Visit(ApplySyntax node) => Of(node, node.Row);

    public Unit Visit(ForSyntax node)
    {
        var unit = Whole(node);
        _expressions.Add(unit, node.Source, ExpressionLayout.Unbreakable);
        _expressions.AddWhere(unit, node.Where);
        if (!node.Sort.IsEmpty)
        {
            unit.Breaks.Add((map.FirstOf(node.Sort[0]) - 1, 0));
        }

        foreach (var key in node.Sort)
        {
            _expressions.Add(unit, key.Value, ExpressionLayout.Unbreakable);
        }

        AddStatements(unit, map.PartnerOf(unit.Last), node.Body);
        return unit;
    }

    public Unit Visit(WhenSyntax node)
    {
        var unit = Whole(node);
        AddBranches(unit, node);
        return unit;
    }

    private void AddBranches(Unit unit, WhenSyntax node)
    {
        while (true)
        {
            _expressions.Add(unit, node.Condition, level: 0);
            var close = AddStatements(unit, map.LastOf(node.Condition) + 1, node.Then);
            if (close == map.LastOf(node))
            {
                return;
            }

            if (!map.IsWord(close + 2, "if"))
            {
                AddStatements(unit, close + 2, node.Else);
                return;
            }

            node = (WhenSyntax)node.Else[0];
        }
    }

    /// <summary>Adds a block of statements and gives the place of its closing mark.</summary>
    private int AddStatements(Unit unit, int open, ImmutableArray<StatementSyntax> statements)
    {
        var block = Brackets.Add(unit, map, open, BracketStyle.Statements);
        foreach (var statement in statements)
        {
            Brackets.AddItem(block, map, statement.Accept(this));
        }

        return block.Close;
    }

    private Unit Of(StatementSyntax node, ExpressionSyntax part)
    {
        var unit = Whole(node);
        _expressions.Add(unit, part, ExpressionLayout.Unbreakable);
        return unit;
    }

    private Unit Whole(StatementSyntax node)
    {
        var first = map.FirstOf(node);
        return new Unit(first, map.LastOf(node), Alignment.Statement) { Stops = { first + 1 } };
    }
}
