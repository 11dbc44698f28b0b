namespace Ashlar.Core.Model.Expressions;

/// <summary>
/// What only asks whether a field is the caller: `owner == caller`, `caller in followers`. It tells the caller nothing about
/// others, so it may be asked of a field that the caller may not read.
/// </summary>
public static class CallerQuestion
{
    public static bool Is(Expression value) =>
        value is Binary { Operator: BinaryOperator.Equal or BinaryOperator.NotEqual or BinaryOperator.In } question
        && ((IsCaller(question.Left) && IsPath(question.Right)) || (IsPath(question.Left) && IsCaller(question.Right)));

    private static bool IsCaller(Expression value) => value is Variable { Kind: VariableKind.Caller };

    // What goes through rows would tell of those that it finds.
    private static bool IsPath(Expression value) => value switch
    {
        Variable => true,
        FieldAccess access => IsPath(access.Target),
        _ => false,
    };
}
