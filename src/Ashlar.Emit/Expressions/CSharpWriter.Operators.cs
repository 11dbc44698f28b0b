using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;

namespace Ashlar.Emit.Expressions;

internal sealed partial class CSharpWriter
{
    public CSharpText Visit(Unary node)
    {
        if (node.Operator == UnaryOperator.Not)
        {
            return node.Operand switch
            {
                Unary { Operator: UnaryOperator.Not } inner => Write(inner.Operand),
                Binary { Operator: BinaryOperator.Equal } equal => Write(equal with { Operator = BinaryOperator.NotEqual }),
                Binary { Operator: BinaryOperator.NotEqual } different =>
                    Write(different with { Operator = BinaryOperator.Equal }),
                _ => Write(node.Operand).Not(),
            };
        }

        return Checked(node, writer => new($"-{writer.Write(node.Operand).In(CSharpBinding.Primary)}", CSharpBinding.Unary));
    }

    public CSharpText Visit(Binary node) => node.Operator switch
    {
        BinaryOperator.And => Write(node.Left).And(Knowing(_known.WhenTrue(node.Left)).Write(node.Right)),
        BinaryOperator.Or => Write(node.Left).Or(Knowing(_known.WhenFalse(node.Left)).Write(node.Right)),
        BinaryOperator.Equal => Equality(node, "=="),
        BinaryOperator.NotEqual => Equality(node, "!="),
        BinaryOperator.Less => Order(node, "<"),
        BinaryOperator.LessOrEqual => Order(node, "<="),
        BinaryOperator.Greater => Order(node, ">"),
        BinaryOperator.GreaterOrEqual => Order(node, ">="),
        BinaryOperator.Coalesce => new(
            $"{Branch(node.Left, node.Type.AsNullable(true)).In(CSharpBinding.Or)} ?? "
                + Branch(node.Right, node.Type).In(CSharpBinding.Coalescing),
            CSharpBinding.Coalescing),
        BinaryOperator.StartsWith => CSharpText.Call("TextForm.StartsWith", Write(node.Left), Write(node.Right)),
        BinaryOperator.Contains => CSharpText.Call("TextForm.Contains", Write(node.Left), Write(node.Right)),
        BinaryOperator.In => Contained(node),
        _ when Fallibility.IsNumber(node.Type) => Checked(node, writer => writer.NumberOperation(node)),
        _ => TimeOperation(node),
    };

    public CSharpText Visit(Conditional node)
    {
        var condition = Write(node.Condition);
        var then = Knowing(_known.WhenTrue(node.Condition)).Branch(node.Then, node.Type);
        var otherwise = Knowing(_known.WhenFalse(node.Condition)).Branch(node.Else, node.Type);
        return new(
            $"{condition.In(CSharpBinding.Coalescing)} ? {then.In(CSharpBinding.Conditional)} : "
                + otherwise.In(CSharpBinding.Conditional),
            CSharpBinding.Conditional);
    }

    /// <summary>A branch in the type of the whole, where C# would not find it by itself.</summary>
    private CSharpText Branch(Expression node, ModelType type)
    {
        if (IsNull(node))
        {
            return new($"({TypeOf(type.AsNullable(true))})null", CSharpBinding.Unary);
        }

        if (node is Literal { Value: long } literal && type is DecimalType or ScalarType { Scalar: Scalar.Long })
        {
            return Write(literal with { Type = type.AsNullable(false) });
        }

        var text = Write(node);
        return Fallibility.IsNumber(type) && node is not Literal && node.Type.AsNullable(false) != type.AsNullable(false)
            && TypeOf(node.Type) != TypeOf(type)
            ? new($"({TypeOf(type.AsNullable(node.Type.IsNullable))}){text.In(CSharpBinding.Unary)}", CSharpBinding.Unary)
            : text;
    }

    private CSharpText Equality(Binary node, string sign)
    {
        var isEqual = sign == "==";
        if (IsNull(node.Left) || IsNull(node.Right))
        {
            var tested = IsNull(node.Right) ? node.Left : node.Right;
            return IsNull(tested) ? CSharpText.Constant(isEqual)
                : tested.Type.IsNullable ? Write(tested).Is(isEqual ? "null" : "not null")
                : CSharpText.Constant(!isEqual);
        }

        if (IsOfItself(node))
        {
            return CSharpText.Constant(isEqual);
        }

        // The compiler warns of a constant that is compared with a constant.
        return node is { Left: Literal { Value: string left }, Right: Literal { Value: string right } }
            ? CSharpText.Constant(string.Equals(left, right, StringComparison.Ordinal) == isEqual)
            : CSharpText.Equality(Compared(node.Left, node.Right), sign, Compared(node.Right, node.Left));
    }

    /// <summary>The compiler warns of a variable that is compared with itself.</summary>
    private bool IsOfItself(Binary node) =>
        IsVariable(node.Left) && IsVariable(node.Right) && Write(node.Left) == Write(node.Right);

    private static bool IsVariable(Expression node) => node is Variable or FieldAccess { Target: Variable };

    private CSharpText Order(Binary node, string sign)
    {
        if (IsOfItself(node))
        {
            return CSharpText.Constant(sign.EndsWith('='));
        }

        var zero = CSharpText.Primary("0");
        return IsText(node.Left.Type)
            ? CSharpText.Relation(CSharpText.Call("TextForm.Compare", Write(node.Left), Write(node.Right)), sign, zero)
            : CSharpText.Relation(Compared(node.Left, node.Right), sign, Compared(node.Right, node.Left));
    }

    // The compiler warns of an `int` that is compared with a constant which no `int` can be.
    private CSharpText Compared(Expression node, Expression other) =>
        node is not Literal && node.Type is ScalarType { Scalar: Scalar.Int }
            && other is Literal { Value: < (long)int.MinValue or > (long)int.MaxValue }
            ? Branch(node, other.Type.AsNullable(node.Type.IsNullable))
            : Write(node);

    private static bool IsText(ModelType type) =>
        type is ScalarType { Scalar: Scalar.Text or Scalar.Email or Scalar.Url or Scalar.Zone };

    private CSharpText Contained(Binary node)
    {
        if (node.Right is not ListLiteral list)
        {
            return Membership(node.Left, node.Right);
        }

        if (list.Items.IsEmpty)
        {
            return CSharpText.Constant(isTrue: false);
        }

        var isPattern = node.Left is not Literal
            && node.Left.Type is EnumType or StateType or ScalarType { Scalar: Scalar.Text or Scalar.Weekday }
            && list.Items.All(item => item is Literal);
        var items = node.Left.Type.IsNullable ? list.Items : list.Items.Where(item => !IsNull(item)).ToValueList();
        return isPattern
            ? Write(node.Left).Is(string.Join(" or ", items.Select(Write)))
            : list.Items
                .Select(item => Equality(new Binary(node.Type, BinaryOperator.Equal, node.Left, item), "=="))
                .Aggregate((any, next) => any.Or(next));
    }

    private CSharpText NumberOperation(Binary node)
    {
        var (left, right) = (Write(node.Left), Write(node.Right));
        return node.Operator switch
        {
            BinaryOperator.Add => CSharpText.Infix(left, "+", right, CSharpBinding.Sum),
            BinaryOperator.Subtract => CSharpText.Infix(left, "-", right, CSharpBinding.Sum),
            _ => CSharpText.Infix(left, "*", right, CSharpBinding.Product),
        };
    }

    /// <summary>Whole numbers that can overflow are calculated in one `checked`.</summary>
    private CSharpText Checked(Expression node, Func<CSharpWriter, CSharpText> write)
    {
        var isWhole = node.Type is ScalarType { Scalar: Scalar.Int or Scalar.Long };
        return isWhole && !_isChecked && CanOverflow(node)
            ? CSharpText.Primary($"checked({write(new CSharpWriter(_context, _scope, _known, isChecked: true))})")
            : write(this);
    }

    private bool CanOverflow(Expression node) => node switch
    {
        Binary { Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply } binary =>
            _context.Ranges.CanOverflow(binary) || CanOverflow(binary.Left) || CanOverflow(binary.Right),
        Unary { Operator: UnaryOperator.Negate } unary => _context.Ranges.CanOverflow(unary) || CanOverflow(unary.Operand),
        _ => false,
    };

    private CSharpText TimeOperation(Binary node)
    {
        var (left, right) = (Write(node.Left), Write(node.Right));
        var isBack = node.Operator == BinaryOperator.Subtract;
        return (ScalarOf(node.Left), ScalarOf(node.Right)) switch
        {
            (Scalar.Instant, Scalar.Instant) => CSharpText.Infix(left, "-", right, CSharpBinding.Sum),
            (Scalar.Instant, _) when Fallibility.IsNearNow(node) =>
                CSharpText.Infix(left, isBack ? "-" : "+", right, CSharpBinding.Sum),
            (Scalar.Instant, _) => CSharpText.Call("Times.Add", left, isBack ? Negative(right) : right),
            (_, Scalar.Instant) => CSharpText.Call("Times.Add", right, left),
            (Scalar.Date, _) => CSharpText.Call("Times.AddMonths", left, isBack ? Negative(right) : right),
            (_, Scalar.Date) => CSharpText.Call("Times.AddMonths", right, left),
            (Scalar.Duration, _) when node.Operator == BinaryOperator.Multiply => CSharpText.Call("Times.Multiply", left, right),
            _ when node.Operator == BinaryOperator.Multiply => CSharpText.Call("Times.Multiply", right, left),
            _ => CSharpText.Infix(left, isBack ? "-" : "+", right, CSharpBinding.Sum),
        };
    }

    private static CSharpText Negative(CSharpText value) => new($"-{value.In(CSharpBinding.Primary)}", CSharpBinding.Unary);

    private static Scalar? ScalarOf(Expression node) => node.Type is ScalarType scalar ? scalar.Scalar : null;
}
