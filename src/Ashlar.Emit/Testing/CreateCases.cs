using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;

namespace Ashlar.Emit.Testing;

/// <summary>A request that somebody may make, and the row that comes of it.</summary>
internal sealed record GoodRequest(Actor Actor, WorldRow Row, ImmutableArray<Field> Fields);

/// <summary>A request that is refused for what it says, by somebody who may make it.</summary>
internal sealed record RefusedRequest(string About, JsonObject Body, Outcome Outcome);

/// <summary>Works out what creating a row has to answer.</summary>
internal sealed class CreateCases(Stage stage, ExposedOperation operation)
{
    private const int Number = 7;

    private readonly Entity _entity = operation.Entity;

    /// <summary>The first that somebody can make, or null where nobody in the world can.</summary>
    public GoodRequest? Good() =>
        stage.Everybody.Select(actor => Find(actor, row => stage.Rules.Holds(row))).FirstOrDefault(found => found is not null);

    /// <summary>The same request by everybody whose answer the model settles.</summary>
    public IEnumerable<Attempt> Attempts(GoodRequest good) =>
        stage.Everybody.Select(actor => (actor, outcome: OutcomeFor(good, actor)))
            .Where(pair => pair.outcome is not null)
            .Select(pair => new Attempt(pair.actor, pair.outcome ?? Outcome.Forbidden));

    public IEnumerable<BadValue> BadValues(GoodRequest good)
    {
        var bad = new BadValues(stage.World.Model);
        return InBody(good.Fields).SelectMany(field => bad.Of(field, isCreation: true))
            .Select(value => WireJson.Named(operation.Endpoint.Body, value))
            .Concat(Testing.BadValues.Unknown(operation.Api));
    }

    /// <summary>A request for each rule of the row that breaks this rule alone.</summary>
    public IEnumerable<RefusedRequest> BrokenRules(GoodRequest good)
    {
        foreach (var check in _entity.Checks)
        {
            var found = Find(good.Actor, row => IsBrokenAlone(row, check));
            if (found is not null && WorldPath.HaveSameParents(operation.Address, found.Row, good.Row))
            {
                yield return new(check.Name, Body(found), new(422, Spelling.Kebab(check.Name)));
            }
        }

        foreach (var rule in Uniqueness.Of(_entity))
        {
            if (Colliding(good, rule.Fields, rule.Name) is { } found
                && WorldPath.HaveSameParents(operation.Address, found.Row, good.Row))
            {
                yield return new(rule.Name, Body(found), new(409, rule.Code));
            }
        }
    }

    /// <summary>What the request carries, as its members.</summary>
    public JsonObject Body(GoodRequest request) =>
        WireJson.Of(operation.Endpoint.Body, JsonForm.Body(request.Row, InBody(request.Fields)));

    /// <summary>The references of the request, each of which may lead to nothing.</summary>
    public IEnumerable<Field> References(GoodRequest good) =>
        InBody(good.Fields).Where(field => field.Type is ReferenceType && good.Row[field.Name] is not null);

    private IEnumerable<Field> InBody(IEnumerable<Field> fields) =>
        fields.Where(field => !WritableFields.IsInPath(field, operation.Endpoint));

    private bool IsBrokenAlone(WorldRow row, Check check) =>
        RowRules.HasWhatItNeeds(row)
        && stage.Rules.BrokenChecks(row) is [var only] && only == check.Name
        && stage.Rules.Collisions(row).Count == 0;

    // The values of a row that is there, in the fields of the rule.
    private GoodRequest? Colliding(GoodRequest good, IReadOnlyList<string> fields, string rule) =>
        stage.World.RowsOf(_entity.Name)
        .Select(other =>
        {
            var row = Complete(good.Row.Copy(good.Row.Id), good.Actor);
            foreach (var name in fields.Where(name => good.Fields.Any(field => field.Name == name)))
            {
                row[name] = other[name];
            }

            return row;
        })
        .Where(row => RowRules.HasWhatItNeeds(row)
            && stage.Rules.BrokenChecks(row).Count == 0
            && stage.Rules.Collisions(row) is [var only] && only == rule
            && IsAllowed(row, good.Actor, good.Fields))
        .Select(row => good with { Row = row })
        .FirstOrDefault();

    private GoodRequest? Find(Actor actor, Func<WorldRow, bool> isWanted)
    {
        var fields = FieldsFor(actor);
        if (!Permissions.MayBeGranted(_entity, Operation.Create, actor))
        {
            return null;
        }

        var row = stage.Search.Find(
            new WorldRow(_entity, "", "created"), fields, Number, value => stage.Sees(value, actor),
            candidate => Complete(candidate, actor),
            candidate => isWanted(candidate) && IsAllowed(candidate, actor, fields));
        return row is null ? null : new(actor, row, [.. fields]);
    }

    /// <summary>What the request of this actor may carry.</summary>
    private List<Field> FieldsFor(Actor actor) =>
    [
        .. WritableFields.Of(_entity, operation.Endpoint)
            .Where(field => IsInRequest(field) && Permissions.MayCarry(_entity, Operation.Create, actor, field.Name)),
    ];

    private bool IsInRequest(Field field) => WritableFields.IsInPath(field, operation.Endpoint)
        || operation.Endpoint.Body is not { } body
        || body.Of(field.Name) is not null;

    private bool IsAllowed(WorldRow row, Actor actor, IEnumerable<Field> fields) =>
        stage.Permissions.AllowsFields(row, Operation.Create, actor, Sent(row, fields))
        && stage.SeesWhatItNames(row, actor, fields);

    private static IEnumerable<string> Sent(WorldRow row, IEnumerable<Field> fields) =>
        fields.Where(field => row[field.Name] is not null).Select(field => field.Name);

    private WorldRow Complete(WorldRow row, Actor actor)
    {
        foreach (var list in _entity.Fields)
        {
            if (list.Relation is { Kind: RelationKind.Owned } relation && row[list.Name] is IEnumerable<object?> items)
            {
                foreach (var item in items.OfType<WorldRow>())
                {
                    item[relation.BackReference] = row;
                    stage.Defaults.Fill(item, actor, Number);
                }
            }
        }

        stage.Defaults.Fill(row, actor, Number);
        return row;
    }

    private Outcome? OutcomeFor(GoodRequest good, Actor actor)
    {
        if (!Permissions.MayBeGranted(_entity, Operation.Create, actor))
        {
            return Outcome.Denied(actor);
        }

        var sent = Sent(good.Row, good.Fields).ToList();
        if (!sent.TrueForAll(name => Permissions.MayCarry(_entity, Operation.Create, actor, name)))
        {
            return null;
        }

        var given = new WorldRow(_entity, "", "created");
        foreach (var field in good.Fields)
        {
            given[field.Name] = good.Row[field.Name];
        }

        var row = Complete(given, actor);
        if (!stage.Rules.Holds(row))
        {
            return null;
        }

        if (!stage.SeesWhatItNames(row, actor, good.Fields))
        {
            return Outcome.NotFound;
        }

        return stage.Permissions.AllowsFields(row, Operation.Create, actor, sent)
            ? Outcome.Done(operation.Endpoint.Form.Status ?? 201)
            : Outcome.Denied(actor);
    }
}
