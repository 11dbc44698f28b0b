namespace Ashlar.Core.Model.Expressions;

/// <summary>Visits every node of an expression, parents first. A subclass overrides the kinds that it looks for.</summary>
public abstract class ExpressionWalker : IExpressionVisitor<bool>
{
    public virtual bool Visit(Literal node) => true;

    public virtual bool Visit(Template node) => Walk(node.Parts);

    public virtual bool Visit(Variable node) => true;

    public virtual bool Visit(FieldAccess node) => Walk(node.Target);

    public virtual bool Visit(Unary node) => Walk(node.Operand);

    public virtual bool Visit(Binary node) => Walk(node.Left) && Walk(node.Right);

    public virtual bool Visit(Conditional node) => Walk(node.Condition) && Walk(node.Then) && Walk(node.Else);

    public virtual bool Visit(ListLiteral node) => Walk(node.Items);

    public virtual bool Visit(ObjectLiteral node) => Walk(node.Fields.Select(field => field.Value));

    public virtual bool Visit(CallerIs node) => true;

    public virtual bool Visit(BuiltIn node) => Walk(node.Arguments);

    public virtual bool Visit(Call node) => Walk(node.Arguments);

    public virtual bool Visit(Comprehension node) =>
        Walk(node.Source) && Walk(node.Where) && Walk(node.Select) && Walk(node.Sort.Select(key => key.Value));

    /// <summary>False stops the walk.</summary>
    protected bool Walk(Expression? node) => node is null || node.Accept(this);

    protected bool Walk(IEnumerable<Expression> nodes) => nodes.All(Walk);
}
