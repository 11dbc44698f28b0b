using System.Collections.Immutable;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Syntax.Formatting;

/// <summary>The units and brackets of a workflow.</summary>
internal sealed class WorkflowLayout(TokenMap map)
{
    private readonly MemberLayout _members = new(map);
    private readonly ExpressionLayout _expressions = new(map);
    private readonly StatementLayout _statements = new(map);

    public void AddParts(Unit unit, WorkflowSyntax node)
    {
        var block = Brackets.Add(unit, map, map.Next(TokenKind.OpenBrace, map.FirstOf(node.Name)), BracketStyle.Members);
        var parts = node.Starts.Concat<SyntaxNode>(node.Steps).ToDictionary(map.FirstOf);
        for (var position = block.Open + 1; position < block.Close;)
        {
            var part = parts.TryGetValue(position, out var found)
                ? found is StepSyntax step ? Step(step) : Start((WorkflowStartSyntax)found)
                : Head(position, node);
            Brackets.AddItem(block, map, part);
            position = part.Last + 1;
        }
    }

    private Unit Head(int word, WorkflowSyntax node) => map.TextOf(word) switch
    {
        "key" when node.Key is { } key => Key(word, key, node.Again),
        "within" when node.Within is { } within => Line(word, map.LastOf(within)),
        "on" => Interrupt(word, node.Interrupts.First(one => map.FirstOf(one) == word)),
        _ => Line(word, word + 1),
    };

    private Unit Key(int word, ExpressionSyntax key, NameSyntax? again)
    {
        var unit = Line(word, map.LastOf(again ?? (SyntaxNode)key));
        _expressions.Add(unit, key, ExpressionLayout.Unbreakable);
        return unit;
    }

    private Unit Interrupt(int word, WaitForSyntax node)
    {
        var unit = Line(word, map.LastOf(node));
        _expressions.AddWhere(unit, node.Where);
        return unit;
    }

    private Unit Start(WorkflowStartSyntax node)
    {
        var unit = Line(map.FirstOf(node), map.LastOf(node));
        _expressions.AddWhere(unit, node.Where);
        return unit;
    }

    private Unit Step(StepSyntax node)
    {
        var unit = new Unit(map.FirstOf(node), map.LastOf(node), Alignment.None);
        var block = Brackets.Add(unit, map, map.FirstOf(node.Name) + 1, BracketStyle.Members);
        for (var position = block.Open + 1; position < block.Close;)
        {
            var part = Part(position, node);
            Brackets.AddItem(block, map, part);
            position = part.Last + 1;
        }

        return unit;
    }

    private Unit Part(int word, StepSyntax node) => map.TextOf(word) switch
    {
        "do" when node.Work.OfType<DoSyntax>().FirstOrDefault(found => map.FirstOf(found) == word) is { } work =>
            _statements.Block(word, work.Statements),
        "task" when node.Work.OfType<TaskSyntax>().FirstOrDefault() is { } task => Task(word, task),
        "ask" when node.Work.OfType<TaskSyntax>().FirstOrDefault() is { As: { } name } task => Ask(word, task.Asks, name),
        "wait" when node.Work.OfType<WaitSyntax>().FirstOrDefault() is { } wait => Wait(word, wait),
        "within" when node.Within is { } within => Line(word, map.LastOf(within)),
        "undo" when node.UndoAll is { } all && map.FirstOf(all) == word => Line(word, map.LastOf(all)),
        "run" or "retry" or "undo" or "on" when node.Work.OfType<OutsideCallSyntax>().FirstOrDefault() is { } call =>
            CallPart(word, call),
        "choose" => Choice(word, node.Ways),
        _ => Line(word, map.LastOf(node.Ways[0])),
    };

    private Unit CallPart(int word, OutsideCallSyntax node) => map.TextOf(word) switch
    {
        "run" => Call(word, node.Run),
        "retry" when node.Retry is { } retry => Line(word, map.LastOf(retry)),
        "undo" when node.Undo is { } undo => Call(word, undo.Run),
        _ => Line(word, map.LastOf(node.Failures.First(failure => map.FirstOf(failure) == word))),
    };

    private Unit Call(int word, RunSyntax node)
    {
        var unit = Line(word, map.LastOf(node));
        _expressions.Add(unit, node.Inputs, ExpressionLayout.Unbreakable);
        return unit;
    }

    private Unit Task(int word, TaskSyntax node) => Line(word, map.LastOf(node.Role));

    private Unit Ask(int word, ImmutableArray<FieldSyntax> asks, NameSyntax name)
    {
        var inputs = _members.Inputs(word, asks, Alignment.ActionPart);
        var unit = Line(word, map.LastOf(name));
        unit.Brackets.AddRange(inputs.Brackets);
        return unit;
    }

    private Unit Wait(int word, WaitSyntax node)
    {
        if (node.Until is { } alone && map.FirstOf(alone) == word + 1)
        {
            var line = Line(word, map.LastOf(alone));
            _expressions.Add(line, alone.Time, level: 1);
            return line;
        }

        var unit = Line(word, map.PartnerOf(word + 1));
        var block = Brackets.Add(unit, map, word + 1, BracketStyle.Statements);
        var lines = node.Events.Concat(new SyntaxNode?[] { node.Within, node.Until }).OfType<SyntaxNode>();
        foreach (var line in lines.OrderBy(map.FirstOf))
        {
            var first = map.FirstOf(line);
            var item = new Unit(first, map.LastOf(line), Alignment.Statement) { Stops = { first + 1 } };
            _expressions.AddWhere(item, (line as WaitForSyntax)?.Where);
            if (line == node.Until)
            {
                _expressions.Add(item, node.Until.Time, level: 1);
            }

            Brackets.AddItem(block, map, item);
        }

        return unit;
    }

    private Unit Choice(int word, ImmutableArray<WaySyntax> ways)
    {
        var unit = Line(word, map.PartnerOf(word + 1));
        var block = Brackets.Add(unit, map, word + 1, BracketStyle.Statements);
        foreach (var way in ways)
        {
            var item = new Unit(map.FirstOf(way), map.LastOf(way), Alignment.Statement) { Stops = { map.FirstOf(way) + 1 } };
            if (way.When is { } condition)
            {
                _expressions.Add(item, condition, level: 1);
            }

            Brackets.AddItem(block, map, item);
        }

        return unit;
    }

    private static Unit Line(int word, int last) => new(word, last, Alignment.ActionPart) { Stops = { word + 1 } };
}
