using System.Collections.Immutable;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Syntax.Formatting;

/// <summary>The units and brackets of each kind of member.</summary>
internal sealed class MemberLayout(TokenMap map) : IMemberVisitor<Unit>
{
    private readonly ExpressionLayout _expressions = new(map);

    public Unit Of(MemberSyntax member) => member.Accept(this);

    public Unit Visit(FieldSyntax node)
    {
        var unit = new Unit(map.FirstOf(node), map.LastOf(node), Alignment.Field) { Stops = { map.FirstOf(node.Type) } };
        AddType(unit, node.Type);
        AddModifiers(unit, node.Modifiers);
        if (node.Modifiers.FirstOrDefault(modifier => modifier is not BoundSyntax) is { } first)
        {
            unit.Stops.Add(map.FirstOf(first));
        }

        return unit;
    }

    public Unit Visit(CheckSyntax node)
    {
        var unit = Rule(node, map.FirstOf(node.Condition) - 1);
        _expressions.AddBraced(unit, map.FirstOf(node.Condition) - 1, node.Condition);
        return unit;
    }

    public Unit Visit(UniqueSyntax node) => Rule(node, node.Where);

    public Unit Visit(ExclusiveSyntax node) => Rule(node, node.Where);

    public Unit Visit(IndexSyntax node)
    {
        var unit = Member(node);
        foreach (var key in node.Keys)
        {
            _expressions.Add(unit, key.Value, ExpressionLayout.Unbreakable);
        }

        return unit;
    }

    public Unit Visit(SearchSyntax node) => Member(node);

    public Unit Visit(PublicFieldsSyntax node)
    {
        var unit = Member(node);
        AddNames(unit, unit.First + 1, node.Fields);
        return unit;
    }

    public Unit Visit(AccessSyntax node)
    {
        var unit = new Unit(map.FirstOf(node), map.LastOf(node), Alignment.None);
        if (node.SameAs is not null || node.IsInternal)
        {
            return unit;
        }

        var block = Brackets.Add(unit, map, unit.First + 1, BracketStyle.Members);
        foreach (var rule in node.Rules)
        {
            Brackets.AddItem(block, map, AccessRule(rule));
        }

        return unit;
    }

    /// <summary>`input { … }`.</summary>
    public Unit Inputs(int word, ImmutableArray<FieldSyntax> inputs, Alignment alignment)
    {
        var unit = new Unit(word, map.PartnerOf(word + 1), alignment) { Stops = { word + 1 } };
        var block = Brackets.Add(unit, map, word + 1, BracketStyle.List);
        foreach (var input in inputs)
        {
            Brackets.AddItem(block, map, Of(input));
        }

        return unit;
    }

    /// <summary>`{ field … }`.</summary>
    public void AddFields(Unit unit, int open, ImmutableArray<FieldSyntax> fields)
    {
        var block = Brackets.Add(unit, map, open, BracketStyle.Members);
        foreach (var field in fields)
        {
            Brackets.AddItem(block, map, Of(field));
        }
    }

    public void AddType(Unit unit, TypeRefSyntax type)
    {
        if (type.State is not null)
        {
            AddState(unit, type.State);
            return;
        }

        for (var position = map.FirstOf(type); position <= map.LastOf(type); position++)
        {
            if (map.Tokens[position].Kind is TokenKind.OpenParenthesis or TokenKind.OpenBracket)
            {
                map.Tight.Add(position);
            }
        }
    }

    public void AddModifiers(Unit unit, IEnumerable<ModifierSyntax> modifiers)
    {
        foreach (var modifier in modifiers)
        {
            switch (modifier)
            {
                case ComputedSyntax computed:
                    _expressions.AddBraced(unit, map.FirstOf(computed) + 1, computed.Value);
                    break;
                case DefaultSyntax { Value: var value }:
                    _expressions.Add(unit, value, ExpressionLayout.Unbreakable);
                    break;
                case OnUpdateSyntax { Value: var value }:
                    _expressions.Add(unit, value, ExpressionLayout.Unbreakable);
                    break;
                case BoundSyntax { Value: var value }:
                    _expressions.Add(unit, value, ExpressionLayout.Unbreakable);
                    break;
            }
        }
    }

    private void AddState(Unit unit, StateSyntax state)
    {
        var block = Brackets.Add(unit, map, map.FirstOf(state) + 1, BracketStyle.Members);
        var parts = state.Transitions.Select(Transition)
            .Concat(Names(state.Initial))
            .Concat(Names(state.Final))
            .OrderBy(part => part.First);
        foreach (var part in parts)
        {
            Brackets.AddItem(block, map, part);
        }
    }

    private Unit Transition(TransitionSyntax node) =>
        new(map.FirstOf(node), map.LastOf(node), Alignment.Transition) { Stops = { map.FirstOf(node) + 1 } };

    /// <summary>A word and names behind it.</summary>
    private IEnumerable<Unit> Names(IReadOnlyList<NameSyntax> names) =>
        names.Count == 0 ? [] : [new Unit(map.FirstOf(names[0]) - 1, LastOf(names[^1]), Alignment.None)];

    private int LastOf(NameSyntax name) => name.Was is { } was ? map.StartingAt(was.Span.End) - 1 : map.LastOf(name);

    private Unit AccessRule(AccessRuleSyntax node)
    {
        var unit = new Unit(map.FirstOf(node), map.LastOf(node), node.IsNever ? Alignment.None : Alignment.AccessRule);
        if (node.Fields is { } fields)
        {
            AddNames(unit, map.Next(TokenKind.OpenBrace, unit.First), fields);
        }

        if (!node.IsNever)
        {
            unit.Stops.Add(map.StartingAt(node.AudienceSpan.Start) - 1);
        }

        _expressions.AddWhere(unit, node.Where);
        return unit;
    }

    public void AddNames(Unit unit, int open, IReadOnlyList<NameSyntax> names)
    {
        var bracket = Brackets.Add(unit, map, open, BracketStyle.List);
        foreach (var name in names)
        {
            Brackets.AddItem(bracket, map, new Unit(map.FirstOf(name), map.LastOf(name), Alignment.None));
        }
    }

    private Unit Member(MemberSyntax node)
    {
        var first = map.FirstOf(node);
        return new Unit(first, map.LastOf(node), Alignment.Member) { Stops = { first + 1 } };
    }

    /// <summary>`WORD Name "message" { … }`.</summary>
    private Unit Rule(MemberSyntax node, int open)
    {
        var unit = Member(node);
        unit.Stops.Add(unit.First + 2);
        unit.Stops.Add(open);
        return unit;
    }

    private Unit Rule(MemberSyntax node, ExpressionSyntax? where)
    {
        var open = map.Next(TokenKind.OpenBrace, map.FirstOf(node));
        var unit = Rule(node, open);
        var block = Brackets.Add(unit, map, open, BracketStyle.List);
        var content = new Unit(open + 1, block.Close - 1, Alignment.None);
        _expressions.AddWhere(content, where);
        Brackets.AddItem(block, map, content);
        return unit;
    }
}
