using Ashlar.Core.Model;
using Ashlar.Emit.Grants;

namespace Ashlar.Emit.Testing;

/// <summary>What the access rules of the model grant to whom.</summary>
internal sealed class Permissions(Oracle oracle)
{
    /// <summary>Somebody of this kind is granted it, for some row at least.</summary>
    public static bool MayBeGranted(Entity entity, Operation operation, Actor actor) =>
        Rules(entity, operation).Any(rule => IsOf(rule.Audience, actor));

    /// <summary>A gate lets somebody of this kind through, to some row at least.</summary>
    public static bool MayBeGranted(Gate gate, Actor actor) => gate.Rules.Any(rule => IsOf(rule.Audience, actor));

    /// <summary>A gate lets somebody through to a row.</summary>
    public bool Allows(WorldRow row, Gate gate, Actor actor) => gate.Rules.Any(rule =>
        IsOf(rule.Audience, actor) && (rule.Where is null || oracle.Holds(rule.Where, row, actor)));

    /// <summary>Somebody of this kind may send the field, for some row at least.</summary>
    public static bool MayCarry(Entity entity, Operation operation, Actor actor, string field) =>
        Rules(entity, operation).Any(rule => IsOf(rule.Audience, actor) && rule.Fields.Contains(field, StringComparer.Ordinal));

    public bool Allows(WorldRow row, Operation operation, Actor actor) => Granting(row, operation, actor).Any();

    /// <summary>Every one of these fields is covered by a rule that holds for the row.</summary>
    public bool AllowsFields(WorldRow row, Operation operation, Actor actor, IEnumerable<string> fields)
    {
        var rules = Granting(row, operation, actor).ToList();
        return rules.Count > 0 && fields.All(name => rules.Exists(rule => rule.Fields.Contains(name, StringComparer.Ordinal)));
    }

    private IEnumerable<AccessRule> Granting(WorldRow row, Operation operation, Actor actor) =>
        Rules(row.Entity, operation).Where(rule =>
            IsOf(rule.Audience, actor) && (rule.Where is null || oracle.Holds(rule.Where, row, actor)));

    private static IEnumerable<AccessRule> Rules(Entity entity, Operation operation) =>
        entity.Access.Rules.Where(rule => rule.Operations.Contains(operation));

    /// <summary>Whether somebody belongs to the people of a rule.</summary>
    public static bool IsOf(Audience audience, Actor actor) => audience.Kind switch
    {
        AudienceKind.Anyone => true,
        AudienceKind.SignedIn => actor.IsSignedIn,
        _ => actor.IsSignedIn && audience.Roles.Any(role => actor.Roles.Contains(role, StringComparer.Ordinal)),
    };
}
