using System.Collections.Immutable;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;

namespace Ashlar.Emit.Grants;

/// <summary>Makes conditions, and leaves out what is always true or false.</summary>
internal static class Conditions
{
    /// <summary>Begins the name of an input that says whether the caller has one of some roles: `has Editor, Manager`.</summary>
    public const string HasRolePrefix = "has ";

    /// <summary>The input that says whether somebody asks.</summary>
    public const string SignedInName = "is signed in";

    public static ModelType Bool { get; } = new ScalarType(Scalar.Bool);

    public static Expression True { get; } = new Literal(Bool, true);

    public static Expression False { get; } = new Literal(Bool, false);

    /// <summary>Somebody asks.</summary>
    public static Expression IsSignedIn { get; } = new Variable(Bool, VariableKind.Input, SignedInName);

    /// <summary>One input for the question, however many roles there are.</summary>
    public static Expression HasRole(ImmutableArray<string> roles) =>
        new Variable(Bool, VariableKind.Input, HasRolePrefix + string.Join(", ", roles));

    public static Expression Is(Audience audience, bool isSignedIn) => audience.Kind switch
    {
        AudienceKind.Anyone => True,
        AudienceKind.SignedIn => isSignedIn ? True : IsSignedIn,
        _ => HasRole([.. audience.Roles.Order(StringComparer.Ordinal)]),
    };

    /// <summary>Only somebody who is signed in can fulfil it: it compares the caller with what is never null.</summary>
    public static bool NeedsCaller(Expression condition) => condition switch
    {
        Binary { Operator: BinaryOperator.And } both => NeedsCaller(both.Left) || NeedsCaller(both.Right),
        Binary { Operator: BinaryOperator.Or } either => NeedsCaller(either.Left) && NeedsCaller(either.Right),
        Binary { Operator: BinaryOperator.Equal } equal =>
            (IsCaller(equal.Left) && !equal.Right.Type.IsNullable && equal.Right is not Literal)
            || (IsCaller(equal.Right) && !equal.Left.Type.IsNullable && equal.Left is not Literal),
        _ => false,
    };

    private static bool IsCaller(Expression node) => node is Variable { Kind: VariableKind.Caller };

    public static Expression And(Expression left, Expression right) => (left, right) switch
    {
        _ when left == True || right == False => right,
        _ when right == True || left == False || left == right => left,
        _ => new Binary(Bool, BinaryOperator.And, left, right),
    };

    public static Expression Or(Expression left, Expression right) => (left, right) switch
    {
        _ when left == False || right == True => right,
        _ when right == False || left == True || left == right => left,
        _ => new Binary(Bool, BinaryOperator.Or, left, right),
    };

    public static Expression And(IEnumerable<Expression> parts) => parts.Aggregate(True, And);

    public static Expression Or(IEnumerable<Expression> parts) => parts.Aggregate(False, Or);
}
