using System.Collections.Immutable;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>Steps around other steps: `for` and `if`.</summary>
internal sealed partial class StatementBinder
{
    private const int MostRows = 10_000;

    public Statement? Visit(WhenSyntax node)
    {
        var condition = ExpressionBinder.BindCondition(_site, _scope, node.Condition);
        var then = BindBlock(node.Then, Facts.WhenTrue(condition));
        var otherwise = BindBlock(node.Else, Facts.WhenFalse(condition));
        ForgetAfter(node.Then.AddRange(node.Else));
        return new IfStatement(condition, then, otherwise, _site.OriginOf(node));
    }

    public Statement? Visit(ForSyntax node)
    {
        var (source, entity, item) = ExpressionBinder.BindRows(_site, _scope, node.Source);
        if (source is { Type: ListType } && source is not FieldAccess { Type: ListType { Item: ReferenceType } })
        {
            _site.Add(ForForm.NotRows(_site, node.Source));
            item = new UnknownType();
        }

        var limit = BindLimit(node, entity);
        var outer = _scope;
        var variable = Give(node.Item, item);
        var where = node.Where is null ? null : ExpressionBinder.BindCondition(_site, _scope, node.Where);
        var known = where is null ? Facts.None : Facts.WhenTrue(where);
        var sort = ExpressionBinder.BindOrder(_site, _scope.Knowing(known), node.Sort);
        _scope = _scope.Knowing(known);

        // The row at hand may have been written for a row before it.
        ForgetAfter(node.Body);
        var body = BindBlock(node.Body, Facts.None);
        _scope = outer;
        ForgetAfter(node.Body);
        return variable is null
            ? null
            : new ForStatement(variable, source, body, _site.OriginOf(node))
            {
                EntitySource = entity?.Name,
                Where = where,
                Sort = sort,
                Limit = limit,
            };
    }

    private int? BindLimit(ForSyntax node, EntityElement? entity)
    {
        if (node.Limit is not { } limit)
        {
            if (entity is not null)
            {
                _site.Add(ForForm.WithoutLimit(_site, node.Source, entity.Name.Name));
            }

            return null;
        }

        if (limit.Value is < 1 or > MostRows || !decimal.IsInteger(limit.Value))
        {
            _site.Add(ForForm.Limit(_site.At(limit), MostRows));
            return null;
        }

        return (int)limit.Value;
    }

    /// <summary>Names that a block gives are known within it.</summary>
    private ValueList<Statement> BindBlock(ImmutableArray<StatementSyntax> nodes, Facts facts)
    {
        var outer = _scope;
        _scope = _scope.Knowing(facts);
        var steps = nodes.Select(Bind).OfType<Statement>().ToValueList();
        _scope = outer;
        return steps;
    }

    private void ForgetAfter(ImmutableArray<StatementSyntax> nodes)
    {
        if (StatementNodes.Write(nodes))
        {
            Forget();
        }
    }
}
