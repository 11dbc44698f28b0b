using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Emit.Expressions;

internal sealed partial class SqlWriter
{
    /// <summary>A condition where null counts as false: `where`, `when`, a partial index.</summary>
    public SqlText Filter(Expression node) => node switch
    {
        Binary { Operator: BinaryOperator.And } and => And(and, Filter),
        Binary { Operator: BinaryOperator.Or } or => Or(or, Filter),
        Binary { Operator: BinaryOperator.Equal } equal when IsPlainIn(equal) => PlainEqual(equal.Left, equal.Right),
        Binary { Operator: BinaryOperator.In, Right: ListLiteral list } test when !list.Items.Any(IsNullable) =>
            InList(test.Left, list),
        Conditional choice => Choose(choice, Filter),
        _ => Total(node),
    };

    private static bool IsNullable(Expression node) => node.Type.IsNullable || node is Literal { Value: null };

    private static bool IsNull(Expression node) => node is Literal { Value: null };

    /// <summary>Both conditions in a row, in that order where the order can be seen.</summary>
    public SqlText Both(Expression? left, Expression? right) => (left, right) switch
    {
        (null, null) => SqlText.True,
        ({ } only, null) => Filter(only),
        (null, { } only) => Filter(only),
        var (first, second) => InOrder(first, second) is { } fixedOrder ? fixedOrder : Filter(first).And(Filter(second)),
    };

    // PostgreSQL and SQLite evaluate `and` in the order that they find cheaper, but the branch of a `case` only when it is taken.
    private SqlText? InOrder(Expression left, Expression right) =>
        Context.Fallibility.CanFail(left) || Context.Fallibility.CanFail(right)
            ? SqlText.Case(Filter(left), Filter(right), SqlText.False)
            : null;

    private SqlText And(Binary node, Func<Expression, SqlText> write) =>
        CanFail(node)
            ? SqlText.Case(Filter(node.Left), write(node.Right), SqlText.False)
            : write(node.Left).And(write(node.Right));

    private SqlText Or(Binary node, Func<Expression, SqlText> write) =>
        CanFail(node) ? SqlText.Case(Filter(node.Left), SqlText.True, write(node.Right)) : write(node.Left).Or(write(node.Right));

    private bool CanFail(Binary node) => Context.Fallibility.CanFail(node.Left) || Context.Fallibility.CanFail(node.Right);

    private SqlText Not(Expression operand) => operand switch
    {
        Unary { Operator: UnaryOperator.Not } inner => Total(inner.Operand),
        Binary { Operator: BinaryOperator.Equal } equal => NotEqual(equal.Left, equal.Right),
        Binary { Operator: BinaryOperator.NotEqual } different => Equal(different.Left, different.Right),
        _ => Total(operand).Not(),
    };

    // With one side that is never null, `=` gives null instead of false: the same to a filter, and an index serves it.
    private static bool IsPlainIn(Binary equal) =>
        equal.Left.Type is not ValueType && !IsNull(equal.Left) && !IsNull(equal.Right)
        && !(IsNullable(equal.Left) && IsNullable(equal.Right));

    private SqlText PlainEqual(Expression left, Expression right) =>
        Fallibility.IsNumber(left.Type)
            ? forms.CompareNumbers(this, left, "=", right)
            : SqlText.Compare(Total(left), "=", Total(right));

    private SqlText Equal(Expression left, Expression right) => (left, right) switch
    {
        _ when IsNull(right) => NullTest(left),
        _ when IsNull(left) => NullTest(right),
        _ when left.Type is ValueType => EqualValues(left, right),
        _ when !IsNullable(left) && !IsNullable(right) => PlainEqual(left, right),
        _ when Fallibility.IsNumber(left.Type) => forms.CompareNumbers(this, left, "is not distinct from", right),
        _ => SqlText.Compare(Total(left), "is not distinct from", Total(right)),
    };

    private SqlText NotEqual(Expression left, Expression right)
    {
        if (IsNull(left) || IsNull(right))
        {
            return NotNullTest(IsNull(right) ? left : right);
        }

        if (left.Type is ValueType)
        {
            return Equal(left, right).Not();
        }

        var sign = IsNullable(left) || IsNullable(right) ? "is distinct from" : "<>";
        return Fallibility.IsNumber(left.Type)
            ? forms.CompareNumbers(this, left, sign, right)
            : SqlText.Compare(Total(left), sign, Total(right));
    }

    private SqlText NullTest(Expression node) =>
        IsNull(node) ? SqlText.True
        : !IsNullable(node) ? SqlText.False
        : Witness(node) is { } witness ? witness.IsNull()
        : Parts(node).Select(part => part.IsNull()).Aggregate((all, next) => all.And(next));

    private SqlText NotNullTest(Expression node) =>
        IsNull(node) ? SqlText.False
        : !IsNullable(node) ? SqlText.True
        : Witness(node) is { } witness ? witness.IsNotNull()
        : Parts(node).Select(part => part.IsNotNull()).Aggregate((any, next) => any.Or(next));

    /// <summary>What is null exactly when the node is. A value whose fields are all optional has none.</summary>
    private SqlText? Witness(Expression node) =>
        node.Type is not ValueType ? Total(node)
        : FieldsOf(node).FirstOrDefault(part => !part.IsOptional) is { } required ? Part(node, required)
        : null;

    private IEnumerable<SqlText> Parts(Expression node) => FieldsOf(node).Select(part => Part(node, part));

    private ValueList<Core.Model.Field> FieldsOf(Expression node) =>
        node.Type is ValueType value ? Context.Model.ValueOf(value.Value).Fields : [];

    private SqlText EqualValues(Expression left, Expression right) =>
        FieldsOf(left)
            .Select(part => Equal(PartOf(left, part), PartOf(right, part)))
            .Aggregate(SqlText.True, (all, next) => all.And(next));

    private static FieldAccess PartOf(Expression value, Core.Model.Field part) =>
        new(part.Type.AsNullable(part.IsOptional || IsNullable(value)), value, part.Name);

    private SqlText Compare(Binary node, string sign) =>
        Fallibility.IsNumber(node.Left.Type)
            ? forms.CompareNumbers(this, node.Left, sign, node.Right)
            : SqlText.Compare(forms.Ordered(node, Total(node.Left)), sign, Total(node.Right));

    private SqlText InList(Expression item, ListLiteral list)
    {
        if (list.Items.IsEmpty)
        {
            return SqlText.False;
        }

        var isNumeric = Fallibility.IsNumber(item.Type);
        if (isNumeric || list.Items.Any(IsNullable))
        {
            return list.Items.Select(other => Equal(item, other)).Aggregate((any, next) => any.Or(next));
        }

        var items = SqlText.Primary($"({string.Join(", ", list.Items.Select(Total))})");
        return SqlText.Compare(Total(item), "in", items);
    }

    private SqlText Contained(Binary node)
    {
        if (node.Right is not ListLiteral list)
        {
            return Membership(node.Left, node.Right);
        }

        var test = InList(node.Left, list);
        var mayBeNull = IsNullable(node.Left) && !list.Items.Any(IsNullable) && !Fallibility.IsNumber(node.Left.Type);
        return mayBeNull && !list.Items.IsEmpty ? SqlText.Call("coalesce", test, SqlText.False) : test;
    }

    private SqlText Arithmetic(Binary node)
    {
        if (Fallibility.IsNumber(node.Type))
        {
            return forms.Arithmetic(this, node);
        }

        var isSubtraction = node.Operator == BinaryOperator.Subtract;
        return (ScalarOf(node.Left), ScalarOf(node.Right)) switch
        {
            (Scalar.Instant, Scalar.Instant) => forms.Difference(this, Total(node.Left), Total(node.Right)),
            (Scalar.Instant, _) when Fallibility.IsNearNow(node) && node.Right is Literal { Value: TimeSpan by } =>
                forms.NearNow(Total(node.Left), isSubtraction ? -by : by),
            (Scalar.Instant, _) => Moved("instant_add", node.Left, node.Right, isSubtraction),
            (Scalar.Duration, Scalar.Instant) => Moved("instant_add", node.Right, node.Left, isSubtraction),
            (Scalar.Date, _) => Moved("date_add_months", node.Left, node.Right, isSubtraction),
            (Scalar.Months, Scalar.Date) => Moved("date_add_months", node.Right, node.Left, isSubtraction),
            _ when node.Operator == BinaryOperator.Multiply => Multiplied(node),
            (Scalar.Months, Scalar.Months) => SqlText.Add(Total(node.Left), isSubtraction ? "-" : "+", Total(node.Right)),
            _ => SqlText.Call("duration_checked", SqlText.Add(Total(node.Left), isSubtraction ? "-" : "+", Total(node.Right))),
        };
    }

    private SqlText Multiplied(Binary node)
    {
        var (duration, number) = ScalarOf(node.Left) == Scalar.Duration ? (node.Left, node.Right) : (node.Right, node.Left);
        return SqlText.Call("duration_checked", forms.Times(Total(duration), Total(number)));
    }

    private SqlText Moved(string function, Expression from, Expression distance, bool isBack)
    {
        var by = Total(distance);
        return SqlText.Call(function, Total(from), !isBack ? by : by.Tightness == Tightness.Sign && by.Text[0] == '-'
            ? SqlText.Primary(by.Text[1..])
            : SqlText.Negate(by));
    }

    private static Scalar? ScalarOf(Expression node) => node.Type is ScalarType scalar ? scalar.Scalar : null;
}
