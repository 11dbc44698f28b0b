using System.Collections.Immutable;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;

namespace Ashlar.Emit.Grants;

/// <summary>
/// The rules of which any one lets a caller through: to a row for an operation, or to one field of it. Two gates with the
/// same rules are equal.
/// </summary>
internal sealed record Gate(ValueList<AccessRule> Rules)
{
    /// <summary>Everybody passes, whatever the row.</summary>
    public bool IsOpen => Rules.Any(rule => rule is { Where: null, Audience.Kind: AudienceKind.Anyone });

    /// <summary>Nobody passes.</summary>
    public bool IsShut => Rules.IsEmpty;

    /// <summary>Nobody passes without signing in.</summary>
    public bool NeedsSignIn => Rules.All(rule => rule.Audience.Kind != AudienceKind.Anyone);

    /// <summary>What the caller is decides alone; the row has no part in it.</summary>
    public bool IsByCaller => !IsShut && Rules.All(rule => rule.Where is null);

    /// <summary>Roles of which the caller needs one, whatever the row; empty where others may pass as well.</summary>
    public ImmutableArray<string> RolesNeeded => Rules.All(rule => rule.Audience.Kind == AudienceKind.Roles)
        ? Distinct(Rules)
        : [];

    /// <summary>The gate to the rows of an entity.</summary>
    public static Gate Of(Entity entity, Operation operation) =>
        new(entity.Access.Rules.Where(rule => rule.Operations.Contains(operation)).ToValueList());

    /// <summary>The gate to an action or a view, with which the fields of no row have to do.</summary>
    public static Gate Of(ActionAccess access) =>
        new(access.Rules.Select(rule => new AccessRule([], rule.Audience, [], rule.Where, rule.Origin)).ToValueList());

    /// <summary>The same for fewer people or fewer rows.</summary>
    public Gate Within(bool isSignedIn, Expression? condition) => new(Rules.Select(rule => rule with
    {
        Audience = isSignedIn && rule.Audience.Kind == AudienceKind.Anyone
            ? rule.Audience with { Kind = AudienceKind.SignedIn }
            : rule.Audience,
        Where = rule.Where is { } where && condition is not null ? Conditions.And(where, condition) : rule.Where ?? condition,
    }).ToValueList());

    /// <summary>The gate to one field of the rows.</summary>
    public static Gate Of(Entity entity, Operation operation, string field) => new(entity.Access.Rules
        .Where(
            rule => rule.Operations.Contains(operation) && (field == "id" || rule.Fields.Contains(field, StringComparer.Ordinal)))
        .ToValueList());

    /// <summary>
    /// The condition on `this` and the caller. With <paramref name="isSignedIn"/> it is only asked for callers who are.
    /// </summary>
    public Expression Condition(bool isSignedIn)
    {
        var parts = new List<Expression>();
        if (Rules.Any(rule => rule.Where is null && Passes(rule.Audience, isSignedIn)))
        {
            return Conditions.True;
        }

        foreach (var rule in Rules.Where(rule => rule.Where is not null))
        {
            var where = rule.Where ?? Conditions.True;
            parts.Add(Conditions.And(Conditions.Is(rule.Audience, isSignedIn || Conditions.NeedsCaller(where)), where));
        }

        if (Rules.Any(rule => rule is { Where: null, Audience.Kind: AudienceKind.SignedIn }))
        {
            parts.Add(Conditions.IsSignedIn);
        }

        var roles = Distinct(Rules.Where(rule => rule.Where is null));
        if (!roles.IsEmpty)
        {
            parts.Add(Conditions.HasRole(roles));
        }

        return Conditions.Or(parts);
    }

    /// <summary>The same for callers who are through another gate: who has one of its roles needs no other proof.</summary>
    public Expression Condition(Gate passed) => !passed.RolesNeeded.IsEmpty && Rules.Any(rule => rule.Where is null
            && passed.RolesNeeded.All(role => rule.Audience.Roles.Contains(role, StringComparer.Ordinal)))
        ? Conditions.True
        : Condition(passed.NeedsSignIn);

    private static bool Passes(Audience audience, bool isSignedIn) =>
        audience.Kind == AudienceKind.Anyone || (isSignedIn && audience.Kind == AudienceKind.SignedIn);

    private static ImmutableArray<string> Distinct(IEnumerable<AccessRule> rules) =>
        [.. rules.SelectMany(rule => rule.Audience.Roles).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
