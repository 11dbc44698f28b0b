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
        return change.Moves is [var move, ..]
            ? Code.Of($$"""
                if (await work.Session.ExecuteAsync({{arguments}}) == 0)
                {
                    {{Refused(_refusals.Of(move))}}
                }
                """)
            : Code.Of($"await work.Session.ExecuteAsync({arguments});");
    }
}
