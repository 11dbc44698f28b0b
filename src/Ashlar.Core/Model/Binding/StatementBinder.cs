using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Binding;

/// <summary>
/// Binds the steps of one action in written order, with what is known where each stands. A step that does not check is
/// left out; the names that it gives are still known, as something unknown, so that one mistake is one finding.
/// </summary>
internal sealed partial class StatementBinder(Site site, ActionNames names, Scope scope)
    : IStatementSyntaxVisitor<Statement?>
{
    private readonly Site _site = site;
    private Scope _scope = scope;

    /// <summary>What is known behind the steps that are bound so far.</summary>
    public Scope Known => _scope;

    /// <summary>What the request of the action may change; null where it takes no changes.</summary>
    public RowChanges? Changes { get; init; }

    public Statement? Bind(StatementSyntax node) => node.Accept(this);

    public Statement? Visit(LetSyntax node)
    {
        var value = ExpressionBinder.BindAny(_site, _scope, node.Value);
        var type = value.Type;
        if (type is NullType || !NotCarried.Carries(type) || type is Types.ValueType)
        {
            _site.Add(NotCarried.OfLet(_site, node, type));
            type = new UnknownType();
        }

        return Give(node.Name, type) is { } variable ? new LetStatement(variable, value, _site.OriginOf(node)) : null;
    }

    public Statement? Visit(RequireSyntax node)
    {
        var site = _site.About(node.Name.Text);
        var condition = ExpressionBinder.BindCondition(site, _scope, node.Condition);
        _scope = _scope.Knowing(Facts.WhenTrue(condition));
        if (!IsRefusal(site, node.Name, node.Message))
        {
            return null;
        }

        return new RequireStatement(condition, node.Name.Text, node.Message?.Value ?? "", site.OriginOf(node.Name));
    }

    /// <summary>Whether a new refusal has this name; a name or message that is not well formed is reported.</summary>
    private bool IsRefusal(Site site, NameSyntax name, TextSyntax? message)
    {
        if (name.IsMissing || !names.IsNewRefusal(name))
        {
            return false;
        }

        if (!char.IsAsciiLetterUpper(name.Text[0]))
        {
            site.Add(RequireForm.Lower(site.At(name), name.Text));
        }

        if (message is not null && string.IsNullOrWhiteSpace(message.Value))
        {
            site.Add(RequireForm.Silent(site.At(message), name.Text));
        }

        return true;
    }

    /// <summary>The variable of a name that a step gives; null, and no new name, where it gives none.</summary>
    private Variable? Give(NameSyntax? name, ModelType type)
    {
        if (name is null || name.IsMissing || !names.IsNewValue(name))
        {
            return null;
        }

        var variable = new Variable(type, VariableKind.Input, name.Text) { Origin = _site.OriginOf(name) };
        _scope = _scope.With(new Local(variable, Constraints.None));
        return variable;
    }

    /// <summary>A row that is there, and its entity; null, which is reported, for anything else.</summary>
    private (Expression Row, EntityElement Entity)? BindRow(ExpressionSyntax node)
    {
        var row = ExpressionBinder.BindAny(_site, _scope, node);
        if (row.Type is UnknownType)
        {
            return null;
        }

        if (row.Type is not ReferenceType reference || _site.Names.Find<EntityElement>(reference.Entity) is not { } entity)
        {
            _site.Add(OperandType.NotRow(_site, node, row.Type));
            return null;
        }

        if (row.Type.IsNullable)
        {
            _site.Add(PossiblyNull.At(_site, node));
            return null;
        }

        return (row, entity);
    }

    /// <summary>Rows are written only by the module that they belong to.</summary>
    private bool MayWrite(EntityElement entity, SyntaxNode at)
    {
        if (entity.Site.Module == _site.Module)
        {
            return true;
        }

        _site.Add(ForeignWrite.OfRow(_site, at, entity));
        return false;
    }

    private void Forget() => _scope = _scope.AfterWriting();
}
