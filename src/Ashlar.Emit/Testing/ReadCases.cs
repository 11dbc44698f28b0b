using System.Collections.Immutable;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Emit.Grants;

namespace Ashlar.Emit.Testing;

/// <summary>What somebody sees of a row: an outcome, and the members of the reply.</summary>
internal sealed record Sight(Actor Actor, WorldRow Row, Outcome Outcome, ImmutableArray<string> Members);

/// <summary>Works out what reading a row, or a list, has to answer.</summary>
internal sealed class ReadCases(Stage stage, ExposedOperation operation)
{
    private const int MostRows = 3;

    private readonly Entity _entity = operation.Entity;

    public IEnumerable<Sight> Sights() => operation.Expose.IsOfCaller
        ? stage.Everybody.Select(actor => Of(actor.Row ?? stage.World.RowsOf(_entity.Name)[0], actor))
        :
            from row in stage.World.RowsOf(_entity.Name).Take(MostRows)
            from actor in stage.Everybody
            select Of(row, actor);

    /// <summary>How many rows the list has for each, or a refusal.</summary>
    public IEnumerable<(Actor Actor, Outcome Outcome, int Count)> Lists() => stage.Everybody.Select(actor =>
        !Permissions.MayBeGranted(operation.Gate, actor) ? (actor, Outcome.Denied(actor), 0)
        : !SeesParents(actor) ? (actor, Outcome.NotFound, 0)
        : (actor, Outcome.Done(operation.Endpoint.Form.Status ?? 200),
            Listed.Count(row => stage.Permissions.Allows(row, operation.Gate, actor))));

    /// <summary>The row whose parents are in the path of a list; null for a path without any, or without a row.</summary>
    public WorldRow? First => operation.Address.Parents.Any() && stage.World.RowsOf(_entity.Name) is [var first, ..]
        ? first
        : null;

    private IEnumerable<WorldRow> Listed => stage.World.RowsOf(_entity.Name)
        .Where(row => First is not { } first || WorldPath.HaveSameParents(operation.Address, row, first));

    private bool SeesParents(Actor actor) => First is not { } first || operation.Address.Parents.All(key =>
        WorldPath.Parent(first, key) is { } parent && stage.Permissions.Allows(parent, Operation.Read, actor));

    private Sight Of(WorldRow row, Actor actor)
    {
        if (IsTurnedAway(actor))
        {
            return new(actor, row, Outcome.SignedOut, []);
        }

        return stage.Permissions.Allows(row, Operation.Read, actor) && SeesParentsOf(row, actor)
            ? new(actor, row, Outcome.Done(operation.Endpoint.Form.Status ?? 200), [.. Members(row, actor)])
            : new(actor, row, Outcome.NotFound, []);
    }

    private bool SeesParentsOf(WorldRow row, Actor actor) => operation.Address.Parents.All(key =>
        WorldPath.Parent(row, key) is { } parent && stage.Permissions.Allows(parent, Operation.Read, actor));

    private bool IsTurnedAway(Actor actor) => !actor.IsSignedIn && operation.Gate.NeedsSignIn;

    private IEnumerable<string> Members(WorldRow row, Actor actor)
    {
        if (operation.Endpoint.Reply is { } name)
        {
            return stage.Emission.Shape(name).Fields
                .Where(key => !key.IsWhenAllowed || MayRead(row, actor, key.Value))
                .Select(key => key.Name);
        }

        return ReadableFields.Of(_entity)
            .Where(field => field.Relation is null || operation.Endpoint.Includes.Contains(field.Name, StringComparer.Ordinal))
            .Where(field => MayRead(row, actor, field.Name) && !IsLeftOut(row, actor, field))
            .Select(field => field.Name)
            .Prepend("id");
    }

    /// <summary>An embedded row that the actor may not read is null where it may be, and absent elsewhere.</summary>
    private bool IsLeftOut(WorldRow row, Actor actor, Field field) =>
        !field.IsOptional
        && operation.Endpoint.Includes.Contains(field.Name, StringComparer.Ordinal)
        && row[field.Name] is WorldRow target
        && !stage.Permissions.Allows(target, Operation.Read, actor);

    private bool MayRead(WorldRow row, Actor actor, string field) =>
        stage.Permissions.AllowsFields(row, Operation.Read, actor, [field]);

    /// <summary>Every field on the way is granted, each by the rules of the row that has it.</summary>
    private bool MayRead(WorldRow row, Actor actor, Expression path) => path is not FieldAccess access
        || (MayRead(row, actor, access.Target)
            && (stage.Oracle.Evaluate(access.Target, row, actor) is not WorldRow owner || MayRead(owner, actor, access.Field)));
}
