using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax.Formatting;

/// <summary>The units and brackets of each kind of declaration.</summary>
internal sealed class DeclarationLayout(TokenMap map) : IDeclarationVisitor<Unit>
{
    private readonly MemberLayout _members = new(map);
    private readonly ExpressionLayout _expressions = new(map);
    private readonly ApiLayout _apis = new(map);
    private readonly ActionLayout _actions = new(map);
    private readonly ViewLayout _views = new(map);
    private readonly ScenarioLayout _scenarios = new(map);
    private readonly SlotLayout _slots = new(map);
    private readonly WorkflowLayout _workflows = new(map);

    public Unit Of(DeclarationSyntax declaration) => declaration.Accept(this);

    public Unit Visit(SystemSyntax node)
    {
        var unit = Whole(node);
        var block = Brackets.Add(unit, map, map.Next(TokenKind.OpenBrace, map.FirstOf(node.Name)), BracketStyle.Members);
        var parts = new[] { node.Title?.Span, node.TimeZone?.Span, node.Languages.IsEmpty ? null : Span(node.Languages) };
        foreach (var part in parts.OfType<TextSpan>().OrderBy(part => part.Start))
        {
            var value = map.StartingAt(part.Start);
            Brackets.AddItem(block, map, new Unit(value - 1, map.StartingAt(part.End) - 1, Alignment.Part) { Stops = { value } });
        }

        return unit;
    }

    public Unit Visit(ModuleSyntax node) => Whole(node);

    public Unit Visit(RoleSyntax node)
    {
        var unit = new Unit(First(node), map.LastOf(node), Alignment.Role);
        if (!node.GrantedBy.IsEmpty)
        {
            unit.Stops.Add(map.FirstOf(node.GrantedBy[0]) - 2);
        }

        return unit;
    }

    public Unit Visit(TypeSyntax node)
    {
        var unit = Whole(node);
        if (node.Alias is not null)
        {
            _members.AddType(unit, node.Alias);
            _members.AddModifiers(unit, node.Modifiers);
            return unit;
        }

        _members.AddFields(unit, map.Next(TokenKind.OpenBrace, map.FirstOf(node.Name)), node.Fields);
        return unit;
    }

    public Unit Visit(EnumSyntax node)
    {
        var unit = Whole(node);
        var block = Brackets.Add(unit, map, map.Next(TokenKind.OpenBrace, map.FirstOf(node.Name)), BracketStyle.List);
        foreach (var value in node.Values)
        {
            Brackets.AddItem(block, map, new Unit(map.FirstOf(value), map.LastOf(value), Alignment.None));
        }

        return unit;
    }

    public Unit Visit(EntitySyntax node)
    {
        var unit = Whole(node);
        var open = map.Next(TokenKind.OpenBrace, map.FirstOf(node.Name));
        var block = Brackets.Add(unit, map, open, BracketStyle.Members);
        foreach (var member in node.Members)
        {
            Brackets.AddItem(block, map, _members.Of(member));
        }

        return unit;
    }

    public Unit Visit(FunctionSyntax node)
    {
        var unit = Whole(node);
        var block = Brackets.Add(unit, map, map.Next(TokenKind.OpenBrace, map.FirstOf(node.Name)), BracketStyle.Members);
        for (var position = block.Open + 1; position < block.Close;)
        {
            var part = map.IsWord(position, "input")
                ? _members.Inputs(position, node.Inputs, Alignment.None)
                : Body(position, node);
            Brackets.AddItem(block, map, part);
            position = part.Last + 1;
        }

        return unit;
    }

    public Unit Visit(ActionSyntax node)
    {
        var unit = Whole(node);
        _actions.AddParts(unit, node);
        return unit;
    }

    public Unit Visit(EventSyntax node)
    {
        var unit = Whole(node);
        _members.AddFields(unit, map.Next(TokenKind.OpenBrace, map.FirstOf(node.Name)), node.Fields);
        return unit;
    }

    public Unit Visit(ViewSyntax node)
    {
        var unit = Whole(node);
        _views.AddParts(unit, node);
        return unit;
    }

    public Unit Visit(SlotSyntax node)
    {
        var unit = Whole(node);
        _slots.AddParts(unit, node);
        return unit;
    }

    public Unit Visit(WorkflowSyntax node)
    {
        var unit = Whole(node);
        _workflows.AddParts(unit, node);
        return unit;
    }

    public Unit Visit(ConfigSyntax node)
    {
        var unit = Whole(node);
        var block = Brackets.Add(unit, map, map.FirstOf(node.Name) + 1, BracketStyle.Members);
        foreach (var member in node.Members)
        {
            Brackets.AddItem(block, map, _members.Of(member));
        }

        return unit;
    }

    public Unit Visit(ShapeSyntax node)
    {
        var unit = Whole(node);
        var block = Brackets.Add(unit, map, map.Next(TokenKind.OpenBrace, map.FirstOf(node.Name)), BracketStyle.List);
        foreach (var field in node.Fields)
        {
            var item = new Unit(map.FirstOf(field), map.LastOf(field), Alignment.None);
            _expressions.Add(item, field.Value, level: 0);
            Brackets.AddItem(block, map, item);
        }

        return unit;
    }

    public Unit Visit(ApiSyntax node)
    {
        var unit = Whole(node);
        _apis.AddParts(unit, node);
        return unit;
    }

    public Unit Visit(ScenarioSyntax node)
    {
        var unit = Whole(node);
        _scenarios.AddParts(unit, node);
        return unit;
    }

    public Unit Visit(SampleSyntax node)
    {
        var unit = Whole(node);
        _expressions.Add(unit, node.Values, ExpressionLayout.Unbreakable);
        return unit;
    }

    public Unit Visit(ChangeSyntax node)
    {
        var unit = Whole(node);
        var block = Brackets.Add(unit, map, map.FirstOf(node.Name) + 1, BracketStyle.Members);
        foreach (var decision in node.Decisions)
        {
            Brackets.AddItem(block, map, Decision(decision));
        }

        return unit;
    }

    private Unit Decision(DecisionSyntax node)
    {
        var first = map.FirstOf(node);
        var unit = new Unit(first, map.LastOf(node), Alignment.Member) { Stops = { first + 1 } };
        foreach (var value in new[] { node.Value, node.Back }.OfType<ExpressionSyntax>())
        {
            _expressions.Add(unit, value, level: 0);
        }

        if (node.Kind == DecisionKind.Map)
        {
            var block = Brackets.Add(unit, map, map.Next(TokenKind.OpenBrace, first), BracketStyle.List);
            foreach (var value in node.Values)
            {
                Brackets.AddItem(block, map, new Unit(map.FirstOf(value), map.LastOf(value), Alignment.None));
            }
        }

        return unit;
    }

    private Unit Body(int word, FunctionSyntax node)
    {
        var open = node.Body is null ? word : map.FirstOf(node.Body) - 1;
        var unit = new Unit(word, map.PartnerOf(open), Alignment.None);
        if (node.Gives is not null && node.Body is not null)
        {
            _members.AddType(unit, node.Gives);
            _expressions.AddBraced(unit, open, node.Body);
        }

        return unit;
    }

    private Unit Whole(DeclarationSyntax node) => new(First(node), map.LastOf(node), Alignment.None);

    private int First(DeclarationSyntax node) => map.FirstOf(node) - (node.IsPublic ? PublicBefore(node) : 0);

    /// <summary>The span of a declaration starts at `public` where that is written.</summary>
    private int PublicBefore(DeclarationSyntax node) => map.IsWord(map.FirstOf(node), "public") ? 0 : 1;

    private static TextSpan Span(IReadOnlyList<NameSyntax> names) => names[0].Span.To(names[^1].Span);
}
