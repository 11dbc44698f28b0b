using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>
/// Resolves the names of an expression and types every node of it. What does not check has the unknown type, which
/// goes with everything, so that one mistake is one finding.
/// </summary>
internal sealed partial class ExpressionBinder : IExpressionSyntaxVisitor<Expression>
{
    /// <summary>Deeper than any text that a person writes; later stages walk the tree by recursion as well.</summary>
    private const int MostDepth = 200;

    private readonly Site _site;
    private Scope _scope;
    private ModelType? _expected;
    private int _depth;
    private bool _isRounded;

    private ExpressionBinder(Site site, Scope scope)
    {
        _site = site;
        _scope = scope;
    }

    /// <summary>A value for something of a type.</summary>
    public static Expression BindValue(Site site, Scope scope, ExpressionSyntax node, ModelType target)
    {
        var binder = new ExpressionBinder(site, scope);
        return binder.BindTo(node, target);
    }

    /// <summary>A value of whatever type it has.</summary>
    public static Expression BindAny(Site site, Scope scope, ExpressionSyntax node) =>
        new ExpressionBinder(site, scope).Bind(node);

    /// <summary>Something that is true or false.</summary>
    public static Expression BindCondition(Site site, Scope scope, ExpressionSyntax node) =>
        new ExpressionBinder(site, scope).Condition(node);

    public Expression Visit(MissingExpressionSyntax node) => Unknown(node);

    private static ScalarType Bool { get; } = new(Scalar.Bool);

    private Expression Bind(ExpressionSyntax node, ModelType? expected = null)
    {
        if (_depth >= MostDepth && node is not (NameExpressionSyntax or LiteralSyntax))
        {
            return Fail(node, ExpressionTooDeep.At(_site.At(node), MostDepth));
        }

        var outer = _expected;
        _expected = expected;
        _depth++;
        var bound = node.Accept(this);
        _depth--;
        _expected = outer;
        return bound;
    }

    private Expression BindTo(ExpressionSyntax node, ModelType target) => Conform(node, Bind(node, target), target);

    private Expression BindWith(Facts facts, Func<Expression> bind)
    {
        var outer = _scope;
        _scope = _scope.Knowing(facts);
        var bound = bind();
        _scope = outer;
        return bound;
    }

    private Expression Condition(ExpressionSyntax node) => BindTo(node, Bool);

    /// <summary>Says what is wrong when the value cannot stand where the target is expected.</summary>
    private Expression Conform(ExpressionSyntax node, Expression value, ModelType target)
    {
        if (value.Type is UnknownType || target is UnknownType)
        {
            return value;
        }

        if (!TypeRules.Fits(value.Type, target) || (value.Type is NullType && !target.IsNullable))
        {
            _site.Add(TypeMismatch.At(_site, node, value.Type, target));
        }
        else if (Facts.NumberOf(value) is { } number && ScalarTypes.IsNumber(target))
        {
            ReportUnlessHeld(node, number, target);
        }
        else if (value.Type.IsNullable && target is { IsNullable: false } and not ListType)
        {
            _site.Add(PossiblyNull.At(_site, node));
        }
        else if (value.Type is DecimalType from && target is DecimalType to && from.Scale > to.Scale)
        {
            _site.Add(NeedsRound.At(_site, node, from, to));
        }

        return value;
    }

    private void ReportUnlessHeld(ExpressionSyntax node, decimal number, ModelType target)
    {
        if (!NumberRange.Holds(target, number))
        {
            _site.Add(LiteralDoesNotFit.At(_site, node, target));
        }
    }

    /// <summary>Order, arithmetic and text functions need a value.</summary>
    private void RequireValue(ExpressionSyntax node, Expression value, ExpressionSyntax? whole = null)
    {
        if (value.Type.IsNullable || value.Type is NullType)
        {
            _site.Add(PossiblyNull.At(_site, node, whole));
        }
    }

    private Literal Fail(ExpressionSyntax node, Diagnostic found)
    {
        _site.Add(found);
        return Unknown(node);
    }

    private Literal Unknown(ExpressionSyntax node) => new(new UnknownType(), null) { Origin = _site.OriginOf(node) };
}
