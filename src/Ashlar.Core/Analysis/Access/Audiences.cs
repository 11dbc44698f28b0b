using Ashlar.Core.Analysis.Conditions;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Words;

namespace Ashlar.Core.Analysis.Access;

/// <summary>What can be said of the people of a rule without looking at its condition.</summary>
internal static class Audiences
{
    private static readonly ScalarType Bool = new(Scalar.Bool);
    private static readonly Variable Caller = new(new UnknownType(), VariableKind.Caller, "caller");

    /// <summary>Everyone of the second is one of the first.</summary>
    public static bool Covers(this Audience wide, Audience narrow) => wide.Kind switch
    {
        AudienceKind.Anyone => true,
        AudienceKind.SignedIn => narrow.Kind != AudienceKind.Anyone,
        _ => narrow.Kind == AudienceKind.Roles && narrow.Roles.All(role => wide.Roles.Contains(role, StringComparer.Ordinal)),
    };

    /// <summary>The groups that a rule names: each role on its own.</summary>
    public static IEnumerable<Audience> Groups(this Audience audience) => audience.Kind == AudienceKind.Roles
        ? audience.Roles.Items.Select(role => audience with { Roles = [role] })
        : [audience];

    /// <summary>`anyone`, `everyone who is signed in`, or the roles in backticks.</summary>
    public static string Describe(this Audience audience) => audience.Kind switch
    {
        AudienceKind.Anyone => "anyone",
        AudienceKind.SignedIn => "everyone who is signed in",
        _ => string.Join(" or ", audience.Roles.Items.Select(role => $"`{role}`")),
    };

    /// <summary>As a model writes it behind `to`.</summary>
    public static string Written(this Audience audience) => audience.Kind switch
    {
        AudienceKind.Anyone => "anyone",
        AudienceKind.SignedIn => "signed in",
        _ => string.Join(", ", audience.Roles),
    };

    /// <summary>What is known of the caller where the rule is asked.</summary>
    public static IEnumerable<Goal> Given(this Audience audience) => audience.Kind switch
    {
        AudienceKind.Anyone => [],
        AudienceKind.SignedIn => [Goal.IsNotNull(Caller)],
        _ => [Goal.IsNotNull(Caller), Goal.Holds(HasOneOf(audience.Roles.Items))],
    };

    /// <summary>The caller is nobody.</summary>
    public static Goal NobodyAsks { get; } = Goal.IsNull(Caller);

    private static Expression HasOneOf(IEnumerable<string> roles) => roles
        .Select(role => (Expression)new CallerIs(Bool, role))
        .Aggregate((left, right) => new Binary(Bool, BinaryOperator.Or, left, right));
}
