using Ashlar.Core.Model.Expressions;
using Ashlar.Emit.Statements;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Grants;

/// <summary>Conditions that only the caller and the request decide, as C#.</summary>
internal static class CallerTest
{
    /// <summary>The input that stands for the whole test in a statement.</summary>
    public static Variable Result { get; } = new(Conditions.Bool, VariableKind.Input, "may");

    /// <summary>`call.Caller.Has(Roles.Editor)`; nothing where the row has a part in it.</summary>
    public static Code? Of(Expression condition) => Of(condition, _ => null);

    /// <summary>The same, where some inputs are known by name.</summary>
    public static Code? Of(Expression condition, Func<string, Code?> inputs) => condition switch
    {
        Literal { Value: bool value } => Code.Of($"{Lit.Of(value)}"),
        Variable { Kind: VariableKind.Input, Name: Conditions.SignedInName } => Code.Of($"call.Caller.IsSignedIn"),
        Variable { Kind: VariableKind.Input } variable when IsRole(variable) =>
            StatementArguments.HasRole(variable.Name[Conditions.HasRolePrefix.Length..].Split(", ")),
        Variable { Kind: VariableKind.Input } variable => inputs(variable.Name),
        CallerIs role => StatementArguments.HasRole([role.Role]),
        Unary { Operator: UnaryOperator.Not } not => Of(not.Operand, inputs) is { } operand ? Not(operand) : null,
        Binary { Operator: BinaryOperator.And } both => Join(both, "&&", BinaryOperator.Or, inputs),
        Binary { Operator: BinaryOperator.Or } either => Join(either, "||", BinaryOperator.And, inputs),
        _ => null,
    };

    /// <summary>The opposite of a test that the caller decides.</summary>
    public static Code NotOf(Expression condition) =>
        Not(Of(condition) ?? throw new InvalidOperationException("the row has a part in it"));

    private static bool IsRole(Variable variable) => variable.Name.StartsWith(Conditions.HasRolePrefix, StringComparison.Ordinal);

    private static Code Not(Code operand) => operand.Text.Contains("||", StringComparison.Ordinal)
            || operand.Text.Contains("&&", StringComparison.Ordinal)
        ? Code.Of($"!({operand})")
        : Code.Of($"!{operand}");

    private static Code? Join(Binary node, string sign, BinaryOperator bracketed, Func<string, Code?> inputs)
    {
        if (Of(node.Left, inputs) is not { } left || Of(node.Right, inputs) is not { } right)
        {
            return null;
        }

        return Code.Join([Bracket(node.Left, left, bracketed), Bracket(node.Right, right, bracketed)], $" {sign} ");
    }

    private static Code Bracket(Expression node, Code code, BinaryOperator bracketed) =>
        node is Binary binary && binary.Operator == bracketed ? Code.Of($"({code})") : code;
}
