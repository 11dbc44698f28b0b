using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;

namespace Ashlar.Emit.Expressions;

/// <summary>
/// Writes an expression as SQL. What a visit returns is total: a condition is true or false, never null. <see cref="Filter"/>
/// writes the shorter and indexable form for places where null counts as false.
/// </summary>
internal sealed partial class SqlWriter(SqlContext context, SqlForms forms, SqlScope scope) : IExpressionVisitor<SqlText>
{
    public SqlContext Context { get; } = context;

    public SqlText Total(Expression node) => node.Accept(this);

    public SqlWriter In(SqlScope inner) => new(Context, forms, inner);

    public SqlText Visit(Literal node) => node.Value is null ? SqlText.Null : forms.Literal(node);

    public SqlText Visit(Template node)
    {
        var parts = node.Parts.Select(AsText).ToArray();
        return parts.Length == 1
            ? parts[0]
            : new(string.Join(" || ", parts.Select(part => part.In(Tightness.Sign))), Tightness.Concatenation);
    }

    public SqlText Visit(Variable node) => node.Kind switch
    {
        VariableKind.Caller => SqlText.Primary(Context.Parameters.Caller(node.Type)),
        VariableKind.Now => SqlText.Primary(Context.Parameters.Now()),
        VariableKind.Today => SqlText.Primary(Context.Parameters.Today()),
        VariableKind.Sequence => SqlText.Primary(Context.Parameters.Sequence()),
        _ => scope.Find(node) switch
        {
            RowBinding row => row.Id,
            ScalarBinding scalar => scalar.Text,
            AbsentBinding => SqlText.Null,
            null when node.Kind == VariableKind.Input => SqlText.Primary(Context.Parameters.Input(node.Name, node.Type)),
            _ => throw new InvalidOperationException($"`{node.Name}` has no value here"),
        },
    };

    public SqlText Visit(Unary node) =>
        node.Operator == UnaryOperator.Not ? Not(node.Operand)
        : Fallibility.IsNumber(node.Type) ? forms.Negate(this, node)
        : SqlText.Negate(Total(node.Operand));

    public SqlText Visit(Binary node) => node.Operator switch
    {
        BinaryOperator.And => And(node, Total),
        BinaryOperator.Or => Or(node, Total),
        BinaryOperator.Equal => Equal(node.Left, node.Right),
        BinaryOperator.NotEqual => NotEqual(node.Left, node.Right),
        BinaryOperator.Less => Compare(node, "<"),
        BinaryOperator.LessOrEqual => Compare(node, "<="),
        BinaryOperator.Greater => Compare(node, ">"),
        BinaryOperator.GreaterOrEqual => Compare(node, ">="),
        BinaryOperator.Coalesce =>
            SqlText.Call("coalesce", forms.Branch(this, node.Left, node), forms.Branch(this, node.Right, node)),
        BinaryOperator.StartsWith => forms.StartsWith(Total(node.Left), Total(node.Right)),
        BinaryOperator.Contains => forms.Contains(Total(node.Left), Total(node.Right)),
        BinaryOperator.In => Contained(node),
        _ => Arithmetic(node),
    };

    public SqlText Visit(Conditional node) => Choose(node, branch => forms.Branch(this, branch, node));

    public SqlText Visit(ListLiteral node) => throw new InvalidOperationException("a list is no value of a column");

    public SqlText Visit(ObjectLiteral node) => throw new InvalidOperationException("a value is read by its fields");

    public SqlText Visit(CallerIs node) => SqlText.Primary(Context.Parameters.Role(node.Role));

    public SqlText Visit(BuiltIn node)
    {
        switch (node.Function)
        {
            case BuiltInFunction.Year or BuiltInFunction.Month or BuiltInFunction.Day:
                return forms.DatePart(this, node);
            case BuiltInFunction.RoundHalfEven or BuiltInFunction.RoundHalfUp:
                return node.Arguments[0] is Comprehension { Kind: ComprehensionKind.Average } average
                    ? Average(node, average)
                    : forms.Round(this, node);
        }

        var arguments = node.Arguments.Select(Total).ToArray();
        return node.Function switch
        {
            BuiltInFunction.Upper => SqlText.Call("text_upper", arguments),
            BuiltInFunction.Lower => SqlText.Call("text_lower", arguments),
            BuiltInFunction.Trim => SqlText.Call("text_trim", arguments),
            BuiltInFunction.Slug => SqlText.Call("text_slug", arguments),
            BuiltInFunction.Length => SqlText.Call("length", arguments),
            BuiltInFunction.Weekday => SqlText.Call("date_weekday", arguments),
            BuiltInFunction.DaysBetween => forms.DaysBetween(arguments[0], arguments[1]),
            BuiltInFunction.InstantOf => SqlText.Call("instant_of", arguments),
            BuiltInFunction.DateOf => SqlText.Call("instant_date", arguments),
            BuiltInFunction.TimeOf => SqlText.Call("instant_time", arguments),
            _ => throw new InvalidOperationException($"`{node.Function}` is no function of the language"),
        };
    }

    public SqlText Visit(Call node) => throw new InvalidOperationException($"the call of {node.Function} is not inlined");

    private SqlText AsText(Expression part) =>
        Fallibility.IsNumber(part.Type) ? SqlText.Primary($"cast({Total(part)} as text)") : Total(part);

    /// <summary>One `case` for a whole chain of `else if`.</summary>
    private static SqlText Chain(List<(SqlText When, SqlText Then)> branches, SqlText otherwise) =>
        SqlText.Primary(
            $"case{string.Concat(branches.Select(branch => $" when {branch.When} then {branch.Then}"))} else {otherwise} end");

    private SqlText Choose(Conditional node, Func<Expression, SqlText> write)
    {
        var branches = new List<(SqlText When, SqlText Then)>();
        Expression rest = node;
        while (rest is Conditional choice)
        {
            branches.Add((Filter(choice.Condition), write(choice.Then)));
            rest = choice.Else;
        }

        return Chain(branches, write(rest));
    }
}
