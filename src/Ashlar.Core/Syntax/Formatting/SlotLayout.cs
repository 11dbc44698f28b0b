using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Syntax.Formatting;

/// <summary>The units and brackets of a slot.</summary>
internal sealed class SlotLayout(TokenMap map)
{
    private readonly MemberLayout _members = new(map);

    public void AddParts(Unit unit, SlotSyntax node)
    {
        var block = Brackets.Add(unit, map, map.Next(TokenKind.OpenBrace, map.FirstOf(node.Name)), BracketStyle.Members);
        for (var position = block.Open + 1; position < block.Close;)
        {
            var part = Part(position, node);
            Brackets.AddItem(block, map, part);
            position = part.Last + 1;
        }
    }

    private Unit Part(int word, SlotSyntax node) => map.TextOf(word) switch
    {
        "input" => _members.Inputs(word, node.Inputs, Alignment.ActionPart),
        "output" => Output(word, node.Output),
        "fails" => Line(word, node.Failures.IsEmpty ? word : map.LastOf(node.Failures[^1])),
        "can" => Capabilities(word, node),
        "effect" => Line(word, node.Effect is null ? word : map.LastOf(node.Effect)),
        _ => Line(word, node.Timeout is null ? word : map.LastOf(node.Timeout)),
    };

    private Unit Output(int word, SlotOutputSyntax? output)
    {
        var unit = Line(word, output is null ? word : map.LastOf(output));
        if (output?.Type is { } type)
        {
            _members.AddType(unit, type);
            _members.AddModifiers(unit, output.Modifiers);
        }
        else if (output is not null)
        {
            _members.AddFields(unit, word + 1, output.Fields);
        }

        return unit;
    }

    private Unit Capabilities(int word, SlotSyntax node)
    {
        var unit = Line(word, map.PartnerOf(word + 1));
        var block = Brackets.Add(unit, map, word + 1, BracketStyle.List);
        foreach (var capability in node.Capabilities)
        {
            Brackets.AddItem(block, map, new Unit(map.FirstOf(capability), map.LastOf(capability), Alignment.None));
        }

        return unit;
    }

    private static Unit Line(int word, int last) => new(word, last, Alignment.ActionPart) { Stops = { word + 1 } };
}
