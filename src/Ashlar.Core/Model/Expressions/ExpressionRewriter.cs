using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Expressions;

/// <summary>Builds an expression again. A subclass overrides the kinds that it replaces; types stay as they are.</summary>
public abstract class ExpressionRewriter : IExpressionVisitor<Expression>
{
    public Expression Rewrite(Expression node) => node.Accept(this);

    public virtual Expression Visit(Literal node) => node;

    public virtual Expression Visit(Template node) => node with { Parts = Rewrite(node.Parts) };

    public virtual Expression Visit(Variable node) => node;

    public virtual Expression Visit(FieldAccess node) => node with { Target = Rewrite(node.Target) };

    public virtual Expression Visit(Unary node) => node with { Operand = Rewrite(node.Operand) };

    public virtual Expression Visit(Binary node) => node with { Left = Rewrite(node.Left), Right = Rewrite(node.Right) };

    public virtual Expression Visit(Conditional node) =>
        node with { Condition = Rewrite(node.Condition), Then = Rewrite(node.Then), Else = Rewrite(node.Else) };

    public virtual Expression Visit(ListLiteral node) => node with { Items = Rewrite(node.Items) };

    public virtual Expression Visit(ObjectLiteral node) =>
        node with { Fields = node.Fields.Select(field => field with { Value = Rewrite(field.Value) }).ToValueList() };

    public virtual Expression Visit(CallerIs node) => node;

    public virtual Expression Visit(BuiltIn node) => node with { Arguments = Rewrite(node.Arguments) };

    public virtual Expression Visit(Call node) => node with { Arguments = Rewrite(node.Arguments) };

    public virtual Expression Visit(Comprehension node) =>
        node with
        {
            Source = node.Source is null ? null : Rewrite(node.Source),
            Where = node.Where is null ? null : Rewrite(node.Where),
            Select = node.Select is null ? null : Rewrite(node.Select),
            Sort = node.Sort.Select(key => key with { Value = Rewrite(key.Value) }).ToValueList(),
        };

    private ValueList<Expression> Rewrite(ValueList<Expression> nodes) => nodes.Select(Rewrite).ToValueList();
}
