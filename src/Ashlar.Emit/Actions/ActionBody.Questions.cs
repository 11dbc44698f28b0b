using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using Ashlar.Emit.Statements;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Actions;

internal sealed partial class ActionBody
{
    /// <summary>Nothing is asked of the database, so the answers are there at once.</summary>
    public bool IsSynchronous { get; init; }

    private Code Refused(Ident refusal) => Refused(Code.Of($"{refusal}"));

    private Code Refused(Code refusal) =>
        RefusedBy is { } step ? step(refusal) : Answer(refusal, _ => Code.Of($"default"));

    private Code Done() => Answer(Code.Of($"null"), row => Code.Of($"{ActionVariables.LocalOf(row.Name)}"));

    private Code Answer(Code refusal, Func<Variable, Code> show)
    {
        var answer = _shown.IsEmpty ? refusal : Code.Of($"({Code.Join(_shown.Select(show).Prepend(refusal), ", ")})");
        if (!IsSynchronous)
        {
            return Code.Of($"return {answer};");
        }

        var rows = _shown.Select(row => Code.Of($"{_values.TypeOf(row.Type)} {ShownRows.Element(row.Name)}"));
        return _shown.IsEmpty
            ? Code.Of($"return Task.FromResult<Refusal?>({answer});")
            : Code.Of($"return Task.FromResult<({Code.Join(rows.Prepend(Code.Of($"Refusal? Refusal")), ", ")})>({answer});");
    }

    /// <summary>
    /// What has to hold before anything is done: first that the states are where the action moves them from, so that whoever
    /// comes too late is told so, then what the action requires.
    /// </summary>
    private Code Requirements()
    {
        var moves = _action.Requires.IsEmpty
            ? EarlyMoves.Of(_emission, _action).Where(move => !IsFirst(move)).ToList()
            : EarlyMoves.Of(_emission, _action).ToList();
        var conditions = moves.Select(move => ActionSql.StateIs(move.Row, move))
            .Concat(_action.Requires.Select(require => require.Condition)).ToList();
        if (conditions.Count == 0)
        {
            return Code.Empty;
        }

        var refusals = moves.Select(_refusals.Of).Concat(_action.Requires.Select(_refusals.Of)).ToList();
        if (refusals is [var only])
        {
            return Code.Of($$"""
                if ({{Not(conditions[0], "Unless" + only.Text)}})
                {
                    {{Refused(only)}}
                }
                """);
        }

        var statement = _sql.Conditions(conditions);
        var name = _members.Statement("Requirements", statement, "What has to hold before anything is done.");
        var meanings = Code.Join(refusals.Select(refusal => Code.Of($"{refusal}")), ", ");
        var arguments = StatementCall.Arguments(
            [Code.Of($"{name}"), Code.Of($"[{meanings}]")], _variables.Arguments.Of(statement));
        return Code.Of($$"""
            if (await work.Session.UnmetAsync({{arguments}}) is { } unmet)
            {
                {{Refused(Ident.Of("unmet"))}}
            }
            """);
    }

    /// <summary>Nothing is done before the move, which asks for the state itself.</summary>
    private bool IsFirst(MoveStatement move) =>
        _action.Body.TakeWhile(statement => statement != move).All(statement => statement is LetStatement);

    private Code Is(Expression condition, string name) => Alternatives(condition) is { } alternatives
        ? alternatives
        : Flag(condition, name) is var (known, query) ? known ?? Code.Of($"{query} is true") : Code.Empty;

    /// <summary>`title.IsSet || price.IsSet`, where the database knows nothing of it.</summary>
    private Code? Alternatives(Expression condition) => condition is Binary { Operator: BinaryOperator.Or } either
        ? Alternatives(either.Left) is { } left && Alternatives(either.Right) is { } right
            ? Code.Of($"{left} || {right}")
            : null
        : _variables.Known(condition, condition.Type);

    private Code Not(Expression condition, string name) => Flag(condition, name) is var (known, query)
        ? known is { } value ? Code.Of($"!{value}") : Code.Of($"{query} is not true")
        : Code.Empty;

    private (Code? Known, Code Query) Flag(Expression condition, string name)
    {
        if (_variables.Known(condition, condition.Type) is { } known)
        {
            return (known, Code.Empty);
        }

        var statement = _sql.Conditions([condition]);
        var arguments = StatementCall.Arguments(_members.Statement(name, statement), _variables.Arguments.Of(statement));
        return (null, Code.Of($"await work.Session.FlagAsync({arguments})"));
    }

    private (Code Value, bool IsQuery) Read(
        string name, List<(Expression Value, ModelType Type)> values, Func<IReadOnlyList<Code>, Code>? combine = null)
    {
        var put = combine ?? (parts => parts[0]);
        if (values.Count == 0)
        {
            return (Code.Empty, false);
        }

        var asked = values.Where(item => _variables.Known(item.Value, item.Type) is null).ToList();
        var column = 0;
        var parts = new List<Code>();
        foreach (var (value, type) in values)
        {
            if (_variables.Known(value, type) is { } known)
            {
                parts.Add(known);
            }
            else
            {
                parts.Add(_values.Get(type, column));
                column += _values.ColumnsOf(type);
            }
        }

        if (asked.Count == 0)
        {
            return (put(parts), false);
        }

        var statement = _sql.Values([.. asked.SelectMany(item => _values.Columns(item.Value, item.Type))]);
        var arguments = StatementCall.Arguments(
            [Code.Of($"{_members.Statement("Select" + Spelling.Pascal(name), statement)}"), Code.Of($"rows => {put(parts)}")],
            _variables.Arguments.Of(statement));
        return (Code.Of($"await work.Session.OneAsync({arguments})"), true);
    }
}
