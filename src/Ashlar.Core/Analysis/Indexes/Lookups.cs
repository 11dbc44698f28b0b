using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Words;

namespace Ashlar.Core.Analysis.Indexes;

/// <summary>Whether a condition on a row can be answered from an index, and by which field.</summary>
internal static class Lookups
{
    /// <summary>
    /// The fields of the row that the condition compares with something that is known before the rows are read. Each is
    /// enough on its own: one of them in an index narrows the search. With `or`, each side needs one.
    /// </summary>
    public static IReadOnlySet<string> FieldsOf(Expression? condition, Func<Expression, bool> isRow) => condition switch
    {
        Binary { Operator: BinaryOperator.And } both => Union(FieldsOf(both.Left, isRow), FieldsOf(both.Right, isRow)),
        Binary { Operator: BinaryOperator.Or } either => Either(FieldsOf(either.Left, isRow), FieldsOf(either.Right, isRow)),
        Binary { Operator: BinaryOperator.In } member when IsListOf(member.Right, isRow) is { } list => One(list),
        Binary comparison when IsNarrowing(comparison.Operator) => Compared(comparison, isRow),
        FieldAccess flag when isRow(flag.Target) => One(flag.Field),
        Unary { Operator: UnaryOperator.Not, Operand: FieldAccess flag } when isRow(flag.Target) => One(flag.Field),
        _ => new HashSet<string>(),
    };

    /// <summary>The row that a path starts at is the one asked about.</summary>
    public static bool StartsAt(Expression value, Func<Expression, bool> isRow) =>
        value.DescendantsAndSelf().Any(isRow);

    private static HashSet<string> Compared(Binary comparison, Func<Expression, bool> isRow)
    {
        var fields = new HashSet<string>(StringComparer.Ordinal);
        AddIfKnown(fields, comparison.Left, comparison.Right, isRow);
        if (comparison.Operator is not (BinaryOperator.StartsWith or BinaryOperator.In))
        {
            AddIfKnown(fields, comparison.Right, comparison.Left, isRow);
        }

        return fields;
    }

    private static void AddIfKnown(HashSet<string> fields, Expression field, Expression other, Func<Expression, bool> isRow)
    {
        if (field is FieldAccess access && isRow(access.Target) && !StartsAt(other, isRow))
        {
            fields.Add(access.Field);
        }
    }

    private static string? IsListOf(Expression list, Func<Expression, bool> isRow) =>
        list is FieldAccess { Type: ListType } access && isRow(access.Target) ? access.Field : null;

    private static bool IsNarrowing(BinaryOperator operation) => operation is BinaryOperator.Equal or BinaryOperator.Less
        or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual or BinaryOperator.In
        or BinaryOperator.StartsWith;

    private static HashSet<string> One(string field) => new(StringComparer.Ordinal) { field };

    private static HashSet<string> Union(IEnumerable<string> left, IEnumerable<string> right) => [.. left, .. right];

    private static HashSet<string> Either(IReadOnlySet<string> left, IReadOnlySet<string> right) =>
        left.Count == 0 || right.Count == 0 ? [] : Union(left, right);
}
