using System.Collections.Immutable;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Syntax.Formatting;

/// <summary>The units and brackets of an API.</summary>
internal sealed class ApiLayout(TokenMap map)
{
    private readonly MemberLayout _members = new(map);
    private readonly ExpressionLayout _expressions = new(map);
    private readonly WireLayout _wire = new(map);

    public void AddParts(Unit unit, ApiSyntax node)
    {
        var block = Brackets.Add(unit, map, map.Next(TokenKind.OpenBrace, map.FirstOf(node.Name)), BracketStyle.Members);
        var parts = node.Exposes.Select(Expose)
            .Concat(node.Views.Select(View))
            .Concat(node.Tasks is { } tasks ? [new Unit(map.FirstOf(tasks) - 1, map.LastOf(tasks), Alignment.Expose)] : [])
            .Concat(Runs(node.Runs, Alignment.None))
            .Concat(Part(node.Path, Alignment.None))
            .Concat(Part(node.Version, Alignment.None))
            .Concat(node.SignIn is null ? [] : [SignIn(node.SignIn)])
            .Concat(node.Tokens is { } tokens ? [new Unit(map.FirstOf(tokens), map.LastOf(tokens), Alignment.None)] : [])
            .Concat(node.Origins is { } sites ? [new Unit(map.FirstOf(sites), map.LastOf(sites), Alignment.None)] : [])
            .Concat(node.Weakenings.Select(part => new Unit(map.FirstOf(part), map.LastOf(part), Alignment.None)))
            .Concat(_wire.Errors(node.Errors))
            .Concat(node.Refusals is { } refusals ? [Refusals(refusals)] : [])
            .OrderBy(part => part.First);
        foreach (var part in parts)
        {
            Brackets.AddItem(block, map, part);
        }
    }

    private Unit Refusals(RefusalsSyntax node)
    {
        var unit = new Unit(map.FirstOf(node), map.LastOf(node), Alignment.None);
        var block = Brackets.Add(unit, map, unit.First + 1, BracketStyle.Members);
        foreach (var item in node.Items)
        {
            var first = map.FirstOf(item);
            Brackets.AddItem(block, map, new Unit(first, map.LastOf(item), Alignment.Part) { Stops = { first + 1 } });
        }

        return unit;
    }

    /// <summary>A word and the value behind it.</summary>
    private IEnumerable<Unit> Part(SyntaxNode? value, Alignment alignment)
    {
        if (value is null)
        {
            return [];
        }

        var first = map.FirstOf(value);
        return [new Unit(first - 1, map.LastOf(value), alignment) { Stops = { first } }];
    }

    private Unit SignIn(SignInSyntax node)
    {
        var unit = new Unit(map.FirstOf(node), map.LastOf(node), Alignment.None);
        if (node.Issuer is null)
        {
            return unit;
        }

        var block = Brackets.Add(unit, map, map.FirstOf(node.Issuer) + 1, BracketStyle.Members);
        var parts = Part(node.Authority, Alignment.Part)
            .Concat(Part(node.Audience, Alignment.Part))
            .Concat(Part(node.Match, Alignment.Part))
            .OrderBy(part => part.First);
        foreach (var part in parts)
        {
            Brackets.AddItem(block, map, part);
        }

        return unit;
    }

    private Unit Expose(ExposeSyntax node)
    {
        var open = map.LastOf(node.RowName ?? (SyntaxNode)node.Entity) + 1;
        var unit = new Unit(map.FirstOf(node), map.LastOf(node), Alignment.Expose) { Stops = { open } };
        var block = Brackets.Add(unit, map, open, BracketStyle.Members);
        var parts = node.Endpoints.Select(Endpoint).Concat(Runs(node.Runs, Alignment.Endpoint)).OrderBy(part => part.First);
        foreach (var part in parts)
        {
            Brackets.AddItem(block, map, part);
        }

        return unit;
    }

    private Unit View(ExposeViewSyntax node)
    {
        var unit = new Unit(map.FirstOf(node), map.LastOf(node), Alignment.Expose);
        if (map.Tokens[unit.Last].Kind == TokenKind.CloseBrace)
        {
            var block = Brackets.Add(unit, map, map.PartnerOf(unit.Last), BracketStyle.Members);
            foreach (var part in _wire.Reply(node.Reply))
            {
                Brackets.AddItem(block, map, part);
            }
        }

        return unit;
    }

    /// <summary>One unit for each line `run PlaceOrder, CancelOrder { … }`: its actions share their span.</summary>
    private IEnumerable<Unit> Runs(ImmutableArray<RunEndpointSyntax> runs, Alignment alignment) =>
        runs.DistinctBy(run => run.Span).Select(run => Run(run, alignment));

    private Unit Run(RunEndpointSyntax node, Alignment alignment)
    {
        var first = map.FirstOf(node);
        var unit = new Unit(first, map.LastOf(node), alignment) { Stops = { first + 1 } };
        if (map.Tokens[unit.Last].Kind == TokenKind.CloseBrace)
        {
            var block = Brackets.Add(unit, map, map.PartnerOf(unit.Last), BracketStyle.Members);
            var parts = _wire.Body(node.Body).Concat(_wire.Reply(node.Reply)).OrderBy(part => part.First);
            foreach (var part in parts)
            {
                Brackets.AddItem(block, map, part);
            }
        }

        return unit;
    }

    private Unit Endpoint(EndpointSyntax node)
    {
        var unit = new Unit(map.FirstOf(node), map.LastOf(node), Alignment.Endpoint);
        if (unit.First == unit.Last)
        {
            return unit;
        }

        unit.Stops.Add(unit.First + 1);
        if (map.Tokens[unit.Last].Kind == TokenKind.CloseBrace)
        {
            AddEndpointParts(Brackets.Add(unit, map, map.PartnerOf(unit.Last), BracketStyle.Members), node);
        }

        return unit;
    }

    private void AddEndpointParts(Bracket block, EndpointSyntax node)
    {
        for (var position = block.Open + 1; position < block.Close;)
        {
            var part = PartAt(position, node);
            Brackets.AddItem(block, map, part);
            position = part.Last + 1;
        }
    }

    private Unit PartAt(int position, EndpointSyntax node)
    {
        var start = map.Tokens[position].Span.Start;
        if (node.NamedFilters.FirstOrDefault(filter => filter.Span.Start == start) is { } named)
        {
            return Filter(named);
        }

        if (node.Only is { } only && only.Span.Start == start)
        {
            return Only(only);
        }

        return _wire.Body(node.Body).Concat(_wire.Reply(node.Reply)).FirstOrDefault(part => part.First == position)
            ?? new Unit(position, EndOfPart(position), Alignment.None);
    }

    private Unit Only(OnlySyntax node)
    {
        var unit = new Unit(map.FirstOf(node), map.LastOf(node), Alignment.None);
        _expressions.AddWhere(unit, node.Where);
        return unit;
    }

    private Unit Filter(NamedFilterSyntax node)
    {
        var unit = new Unit(map.FirstOf(node), map.LastOf(node), Alignment.None);
        _members.AddType(unit, node.Type);
        _expressions.AddBraced(unit, map.FirstOf(node.Condition) - 1, node.Condition);
        return unit;
    }

    /// <summary>
    /// The last token of `filter a, b`, `sort a default b desc`, `search`, `page 20 max 100` or `include a`.
    /// </summary>
    private int EndOfPart(int word) => map.TextOf(word) switch
    {
        "search" => word,
        "page" => EndOfPage(word),
        "sort" => EndOfSort(word),
        _ => EndOfNames(word + 1),
    };

    private int EndOfPage(int word)
    {
        var last = map.IsWord(word + 1, "by") ? word + 2 : word + 1;
        last += map.IsWord(last + 1, "default") ? 2 : 0;
        return map.IsWord(last + 1, "max") ? last + 2 : last;
    }

    private int EndOfSort(int word)
    {
        var hasChoices = !map.IsWord(word + 1, "default") || map.Tokens[word + 2].Kind != TokenKind.Word;
        var last = hasChoices ? EndOfNames(word + 1) : word;
        if (map.IsWord(last + 1, "default"))
        {
            last += map.IsWord(last + 3, "desc") ? 3 : 2;
        }

        return last;
    }

    private int EndOfNames(int first)
    {
        while (map.Tokens[first + 1].Kind == TokenKind.Comma)
        {
            first += 2;
        }

        return first;
    }
}
