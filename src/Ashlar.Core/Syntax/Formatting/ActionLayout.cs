using System.Diagnostics;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Syntax.Formatting;

/// <summary>The units and brackets of an action.</summary>
internal sealed class ActionLayout(TokenMap map)
{
    private static readonly string[] BreakingWords = ["verified", "timestamp", "once", "unknown"];

    private readonly MemberLayout _members = new(map);
    private readonly ExpressionLayout _expressions = new(map);
    private readonly StatementLayout _statements = new(map);

    public void AddParts(Unit unit, ActionSyntax node)
    {
        var block = Brackets.Add(unit, map, map.Next(TokenKind.OpenBrace, map.FirstOf(node.Name)), BracketStyle.Members);
        var parts = node.Access.Concat<SyntaxNode>(node.Starts).Concat(node.Schedules).Concat(node.Callbacks)
            .Concat(node.Requires)
            .Concat(node.FieldInputs)
            .ToDictionary(map.FirstOf);
        for (var position = block.Open + 1; position < block.Close;)
        {
            var part = parts.TryGetValue(position, out var found) ? Part(found) : Block(position, node);
            Brackets.AddItem(block, map, part);
            position = part.Last + 1;
        }
    }

    private Unit Block(int word, ActionSyntax node) =>
        map.IsWord(word, "input")
            ? _members.Inputs(word, node.Inputs, Alignment.ActionPart)
            : _statements.Block(word, node.Body);

    private Unit Part(SyntaxNode node) => node switch
    {
        RequireSyntax require => _statements.Require(require, Alignment.ActionPart),
        ActionAccessSyntax access => Access(access),
        StartSyntax start => Line(start),
        ScheduleSyntax schedule => Line(schedule),
        FieldInputsSyntax inputs => FieldInputs(inputs),
        CallbackSyntax callback => Callback(callback),
        _ => throw new UnreachableException(),
    };

    private Unit FieldInputs(FieldInputsSyntax node)
    {
        var unit = Line(node);
        _members.AddNames(unit, map.Next(TokenKind.OpenBrace, unit.First), node.Fields);
        return unit;
    }

    private Unit Access(ActionAccessSyntax node)
    {
        var unit = Line(node);
        _expressions.AddWhere(unit, node.Where);
        return unit;
    }

    /// <summary>A line that is too long goes on with how it is verified, when it was signed and how it is known again.</summary>
    private Unit Callback(CallbackSyntax node)
    {
        var unit = Line(node);
        for (var position = unit.First + 1; position <= unit.Last; position++)
        {
            if (BreakingWords.Any(word => map.IsWord(position, word)))
            {
                unit.Breaks.Add((position, 0));
            }
        }

        return unit;
    }

    private Unit Line(SyntaxNode node)
    {
        var first = map.FirstOf(node);
        return new Unit(first, map.LastOf(node), Alignment.ActionPart) { Stops = { first + 1 } };
    }
}
