using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using Ashlar.Emit.Grants;

namespace Ashlar.Emit.Testing;

/// <summary>A change of a row that is there, by somebody who may make it.</summary>
internal sealed record GoodChange(Actor Actor, WorldRow Before, WorldRow After, ImmutableArray<Field> Fields);

/// <summary>Works out what changing a row has to answer.</summary>
internal sealed class ChangeCases(Stage stage, ExposedOperation operation)
{
    private const int Number = 11;

    private readonly Entity _entity = operation.Entity;

    public GoodChange? Good() => Changes(row => stage.Rules.Holds(row)).FirstOrDefault();

    public IEnumerable<Attempt> Attempts(GoodChange good)
    {
        var names = good.Fields.Select(field => field.Name).ToList();
        foreach (var actor in stage.Trying(operation, good.Before))
        {
            if (stage.Permissions.AllowsFields(good.Before, Operation.Update, actor, names))
            {
                yield return new(actor, AllowedAfter(good, actor, names));
            }
            else
            {
                yield return new(actor, Refused(good.Before, actor));
            }
        }
    }

    /// <summary>The answer to whoever makes the good change, to a request without fields.</summary>
    public Outcome OfNothing(GoodChange good) => stage.Permissions.AllowsFields(good.Before, Operation.Update, good.Actor, [])
        ? Done(good.Before, good.Actor)
        : Refused(good.Before, good.Actor);

    /// <summary>Bad values of the fields that the actor of the good change may set.</summary>
    public IEnumerable<BadValue> BadValues(GoodChange good)
    {
        var bad = new BadValues(stage.World.Model);
        return Settable(good.Before, good.Actor).SelectMany(field => bad.Of(field, isCreation: false))
            .Select(value => WireJson.Named(operation.Endpoint.Body, value))
            .Concat(Testing.BadValues.Unknown(operation.Api));
    }

    /// <summary>What the request carries, as its members.</summary>
    public JsonObject Body(WorldRow before, WorldRow after, IEnumerable<Field> fields) =>
        WireJson.Of(operation.Endpoint.Body, JsonForm.Change(before, after, fields));

    public IEnumerable<RefusedRequest> BrokenRules(GoodChange good)
    {
        foreach (var check in _entity.Checks)
        {
            var found = Changes(row => IsBrokenAlone(row, check)).FirstOrDefault(change => change.Before == good.Before);
            if (found is not null && found.Actor == good.Actor)
            {
                var body = Body(found.Before, found.After, found.Fields);
                yield return new(check.Name, body, new(422, Spelling.Kebab(check.Name)));
            }
        }

        foreach (var rule in Uniqueness.Of(_entity))
        {
            if (Colliding(good, rule) is { } row)
            {
                yield return new(rule.Name, Body(good.Before, row, good.Fields), new(409, rule.Code));
            }
        }
    }

    // The values of another row that is there, in the fields of the rule.
    private WorldRow? Colliding(GoodChange good, Uniqueness rule)
    {
        var names = good.Fields.Select(field => field.Name).ToList();
        return stage.World.RowsOf(_entity.Name)
            .Where(other => other != good.Before)
            .Select(other =>
            {
                var row = good.After.Copy(good.After.Id);
                foreach (var name in rule.Fields.Where(names.Contains))
                {
                    row[name] = other[name];
                }

                return row;
            })
            .FirstOrDefault(row => RowRules.HasWhatItNeeds(row)
                && stage.Rules.BrokenChecks(row).Count == 0
                && stage.Rules.Collisions(row) is [var only] && only == rule.Name
                && stage.Permissions.AllowsFields(row, Operation.Update, good.Actor, names)
                && stage.SeesWhatItNames(row, good.Actor, good.Fields));
    }

    /// <summary>The answer to somebody who may not change the row.</summary>
    private Outcome Refused(WorldRow row, Actor actor)
    {
        if (!actor.IsSignedIn && operation.Gate.NeedsSignIn)
        {
            return Outcome.SignedOut;
        }

        return stage.Permissions.Allows(row, Operation.Read, actor) ? Outcome.Denied(actor) : Outcome.NotFound;
    }

    private Outcome AllowedAfter(GoodChange good, Actor actor, List<string> names)
    {
        if (!stage.SeesWhatItNames(good.After, actor, good.Fields))
        {
            return Outcome.NotFound;
        }

        if (!stage.Permissions.AllowsFields(good.After, Operation.Update, actor, names))
        {
            return Outcome.Denied(actor);
        }

        return Done(good.After, actor);
    }

    private Outcome Done(WorldRow row, Actor actor) =>
        Outcome.Done(stage.Permissions.Allows(row, Operation.Read, actor) || operation.Endpoint.Form.HasNoBody
            ? operation.Endpoint.Form.Status ?? 200
            : 204);

    private bool IsBrokenAlone(WorldRow row, Check check) =>
        RowRules.HasWhatItNeeds(row) && stage.Rules.BrokenChecks(row) is [var only] && only == check.Name;

    private IEnumerable<GoodChange> Changes(Func<WorldRow, bool> isWanted) =>
        from row in stage.World.RowsOf(_entity.Name).Take(3)
        from actor in stage.Everybody
        where Stage.IsAbout(operation, row, actor)
        let change = Find(row, actor, isWanted)
        where change is not null
        select change;

    private GoodChange? Find(WorldRow row, Actor actor, Func<WorldRow, bool> isWanted)
    {
        var fields = Settable(row, actor).Where(field => field.Relation is null && !IsSecret(field) && !SignsIn(field)).ToList();
        if (fields.Count == 0)
        {
            return null;
        }

        var names = fields.Select(field => field.Name).ToList();
        var after = stage.Search.Find(
            row, fields, Number, value => stage.Sees(value, actor),
            changed => stage.Defaults.Touch(changed, actor),
            changed => isWanted(changed)
                && stage.Permissions.AllowsFields(changed, Operation.Update, actor, names)
                && stage.SeesWhatItNames(changed, actor, fields));
        return after is null ? null : new(actor, row, after, [.. fields]);
    }

    private IEnumerable<Field> Settable(WorldRow row, Actor actor) => WritableFields.InBody(_entity, operation.Endpoint)
        .Where(field => stage.Permissions.AllowsFields(row, Operation.Update, actor, [field.Name]));

    private static bool IsSecret(Field field) => field.Type is ScalarType { Scalar: Scalar.Password };

    // Whoever changes what the issuer knows them by is signed out, so that two such changes at once race.
    private bool SignsIn(Field field) => _entity.IsPrincipal && stage.World.Model.Apis.Any(api =>
        api.SignIn is { Kind: SignInKind.Issuer } signIn && signIn.Match == field.Name);
}
