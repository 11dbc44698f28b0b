using Ashlar.Core.Model.Statements;
using Ashlar.Core.Text;
using Ashlar.Emit.Statements;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Actions;

internal sealed partial class ActionBody
{
    /// <summary>Statements one after the other; neighbours that change one row do so at once.</summary>
    private Code Block(ValueList<Statement> statements)
    {
        var steps = new List<(Statement? Statement, RowChange? Change)>();
        foreach (var statement in statements)
        {
            var change = RowChange.Of(statement);
            if (change is not null && steps is [.., (_, { } last)] && last.With(_emission.Model, change) is { } both)
            {
                steps[^1] = (null, both);
            }
            else
            {
                steps.Add((statement, change));
            }
        }

        return Paragraphs(steps.Select(step =>
            step.Change is { } change ? Change(change) : step.Statement?.Accept(this) ?? Code.Empty));
    }

    /// <summary>Steps of one line stand together.</summary>
    private static Code Paragraphs(IEnumerable<Code> steps)
    {
        var text = Code.Empty;
        var isShort = false;
        foreach (var step in steps.Where(step => !step.IsEmpty))
        {
            var isOneLine = !step.Text.Contains('\n', StringComparison.Ordinal);
            text = text.IsEmpty ? step : Code.Join([text, step], isShort && isOneLine ? "\n" : "\n\n");
            isShort = isOneLine;
        }

        return text;
    }

    private Code Change(RowChange? change)
    {
        if (change is null)
        {
            return Code.Empty;
        }

        var update = _sql.Update(change);
        var verb = change.Moves is [var first, ..]
            ? $"Move{change.Entity.Name}To{first.To}"
            : $"Set{change.Entity.Name}{Spelling.Pascal(change.Values[0].Field)}";
        var arguments = StatementCall.Arguments(_members.Statement(verb, update), _variables.Arguments.Of(update));
        var done = change.Moves is [var move, ..]
            ? Code.Of($$"""
                if (await work.Session.ExecuteAsync({{arguments}}) == 0)
                {
                    {{Refused(_refusals.Of(move))}}
                }
                """)
            : Code.Of($"await work.Session.ExecuteAsync({arguments});");
        return EndsSessions(change) ? Code.Lines([done, EndOtherSessions(change)]) : done;
    }

    /// <summary>A list that people write through an API is a part of its row, so the row changes with it.</summary>
    public Code Visit(LinkStatement node)
    {
        var link = _sql.Link(node);
        var field = Spelling.Pascal(node.Field);
        var name = _members.Statement((node.IsRemoved ? "RemoveFrom" : "AddTo") + field, link);
        var done = Code.Of($"await work.Session.ExecuteAsync({StatementCall.Arguments(name, _variables.Arguments.Of(link))})");
        if (_emission.Entity(node.Entity).Field(node.Field) is { IsReadonly: true })
        {
            return Code.Of($"{done};");
        }

        var change = _sql.Update(new RowChange(node.Row, node.Entity, [], []));
        var changed = _members.Statement("Change" + node.Entity.Name, change);
        return Code.Of($$"""
            if ({{done}} > 0)
            {
                await work.Session.ExecuteAsync({{StatementCall.Arguments(changed, _variables.Arguments.Of(change))}});
            }
            """);
    }
}
