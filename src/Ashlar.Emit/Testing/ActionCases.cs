using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Actions;

namespace Ashlar.Emit.Testing;

/// <summary>
/// Works out what refuses an action before it does anything: who may not run it, for which row, with which inputs, in which
/// state. What comes of it is for the scenarios.
/// </summary>
internal sealed class ActionCases(Stage stage, ActionOperation operation)
{
    private readonly Candidates _candidates = new(stage.World);

    /// <summary>Somebody who may run it, with a row and inputs; null where nobody in the world may.</summary>
    public ActionAttempt? Good() => Attempts().FirstOrDefault(attempt => Allows(attempt) && SeesAll(attempt));

    /// <summary>Everybody who is refused for the same row and inputs.</summary>
    public IEnumerable<Attempt> Refused(ActionAttempt good) =>
        from actor in stage.Everybody
        let attempt = good with { Actor = actor }
        where !Allows(attempt) || (attempt.Row is { } row && !stage.Permissions.Allows(row, Operation.Read, actor))
        select new Attempt(actor, OutcomeFor(attempt));

    /// <summary>The states of the row in which the action moves nothing, for as far as its gate is open then.</summary>
    public IEnumerable<(MoveStatement Move, string State)> OtherStates(ActionAttempt good)
    {
        if (good.Row is not { } row)
        {
            yield break;
        }

        foreach (var move in EarlyMoves.Of(stage.Emission, operation.Action).Where(IsOfRow))
        {
            var states = row.Entity.Field(move.Field)?.State?.States ?? [];
            foreach (var state in states.Where(state => !move.From.Contains(state, StringComparer.Ordinal)))
            {
                var moved = row.Copy(row.Id);
                moved[move.Field] = state;
                if (Allows(good with { Row = moved }) && stage.Permissions.Allows(moved, Operation.Read, good.Actor)
                    && row.Entity.Checks.All(check => stage.Oracle.Holds(check.Condition, moved, Actor.Nobody)))
                {
                    yield return (move, state);
                }
            }
        }
    }

    private bool IsOfRow(MoveStatement move) => move.Row is Variable row && row.Name == operation.Endpoint.RowInput;

    private Outcome OutcomeFor(ActionAttempt attempt) =>
        !attempt.Actor.IsSignedIn && operation.Gate.NeedsSignIn ? Outcome.SignedOut
        : attempt.Row is { } row && !stage.Permissions.Allows(row, Operation.Read, attempt.Actor) ? Outcome.NotFound
        : Outcome.Denied(attempt.Actor);

    private bool Allows(ActionAttempt attempt) => operation.Action.Access.Rules.Any(rule =>
        Permissions.IsOf(rule.Audience, attempt.Actor)
        && (rule.Where is null || stage.Oracle.Holds(rule.Where, row: null, attempt.Actor, [.. Named(attempt)])));

    private IEnumerable<(string Name, object? Value)> Named(ActionAttempt attempt) => attempt.Inputs
        .Select(input => (input.Key, input.Value))
        .Concat(operation.Row is { } row ? [(row.Name, (object?)attempt.Row)] : []);

    private bool SeesAll(ActionAttempt attempt) =>
        (attempt.Row is not { } row || stage.Permissions.Allows(row, Operation.Read, attempt.Actor))
        && attempt.Inputs.Values.All(value => stage.Sees(value, attempt.Actor));

    private IEnumerable<ActionAttempt> Attempts()
    {
        var rows = operation.Row?.Type is ReferenceType reference
            ? stage.World.RowsOf(reference.Entity).ToList<WorldRow?>()
            : [null];
        return
            from inputs in Inputs()
            from row in rows
            from actor in stage.Everybody
            select new ActionAttempt(actor, row, inputs);
    }

    /// <summary>The plainest value of each input, and for references each row in turn.</summary>
    private IEnumerable<IReadOnlyDictionary<string, object?>> Inputs()
    {
        var body = operation.Body.ToList();
        var most = body.Select(input => input.Type is ReferenceType ? _candidates.Of(input, 1).Count : 1).DefaultIfEmpty(1).Max();
        for (var i = 0; i < most; i++)
        {
            var values = body.ToDictionary(
                input => input.Name,
                input => _candidates.Of(input, 1) is { Count: > 0 } found
                    ? found[input.Type is ReferenceType ? i % found.Count : 0]
                    : null);
            if (body.All(input => input.IsOptional || values[input.Name] is not null))
            {
                yield return values;
            }
        }
    }
}

/// <summary>Somebody asks for an action.</summary>
internal sealed record ActionAttempt(Actor Actor, WorldRow? Row, IReadOnlyDictionary<string, object?> Inputs);
