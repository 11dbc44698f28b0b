using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>
/// Binds what a decision says about the value of a field: over the row of one model, for a type of another. Names of types and
/// their values are those of the model that the value is for.
/// </summary>
internal sealed class DecisionExpressions(ImmutableArray<SyntaxTree> rows, ImmutableArray<SyntaxTree> values)
{
    private readonly Lazy<Declarations> _rows = new(() => Binder.Declare(rows, new DiagnosticBag()));
    private readonly Lazy<Declarations> _values = new(() => Binder.Declare(values, new DiagnosticBag()));

    /// <summary>Null for the row where the entity has none, which has been reported.</summary>
    public Expression? Bind(
        ElementName entity, SourceFile source, ExpressionSyntax node, ModelType target, DiagnosticBag report)
    {
        if (_rows.Value.Find<EntityElement>(entity) is not { } row)
        {
            return null;
        }

        var site = row.Site with { Source = source, Names = _values.Value, Report = report, SeesAll = true };
        return Place.Decision.Verify(site, ExpressionBinder.BindValue(site, Scope.Of(row), node, target));
    }

    /// <summary>A value that reads nothing, for what instances of a workflow know; null where there is none.</summary>
    public Expression? BindConstant(
        ElementName workflow, SourceFile source, ExpressionSyntax node, ModelType target, DiagnosticBag report)
    {
        if (_values.Value.Find<WorkflowElement>(workflow) is not { } owner)
        {
            return null;
        }

        var site = owner.Site with { Source = source, Names = _values.Value, Report = report, SeesAll = true };
        return Place.Generated.Verify(site, ExpressionBinder.BindValue(site, Scope.Empty, node, target));
    }
}
