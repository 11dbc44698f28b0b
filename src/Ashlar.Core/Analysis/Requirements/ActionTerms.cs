using System.Collections.Immutable;
using Ashlar.Core.Analysis.Conditions;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Model.Types;

namespace Ashlar.Core.Analysis.Requirements;

/// <summary>
/// The conditions of one action as the solver asks them. It holds every input to be null at times, for a test may have
/// narrowed what it sees; here the names that are surely there stand as rows that are, as `this` is in an entity.
/// </summary>
internal sealed class ActionTerms : ExpressionRewriter
{
    private static readonly ScalarType Bool = new(Scalar.Bool);

    private readonly HashSet<string> _present;

    public ActionTerms(SystemModel model, ActionDefinition action)
    {
        var carried =
            from start in action.Starts
            from field in model.Event(start.Event)?.Fields ?? []
            where !field.IsOptional
            select $"{start.Name}.{field.Name}";
        _present = action.Inputs.Where(input => !input.IsOptional).Select(input => input.Name)
            .Concat(carried)
            .Concat(StatementTree.Named(action.Body).Where(name => !name.Type.IsNullable).Select(name => name.Name))
            .ToHashSet(StringComparer.Ordinal);
        Given = [.. action.Inputs.Where(input => !input.IsOptional).SelectMany(BoundsOf)];
    }

    /// <summary>The bounds of the inputs.</summary>
    public ImmutableArray<Goal> Given { get; }

    public override Expression Visit(Variable node) =>
        node.Kind == VariableKind.Input && _present.Contains(node.Name) ? node with { Kind = VariableKind.This } : node;

    private IEnumerable<Goal> BoundsOf(Field input)
    {
        var value = Visit(new Variable(input.Type, VariableKind.Input, input.Name));
        if (input.Constraints.Min is { } least && LiteralOf(input.Type, least) is { } lowest)
        {
            yield return Goal.Holds(new Binary(Bool, BinaryOperator.GreaterOrEqual, value, lowest));
        }

        if (input.Constraints.Max is { } most && LiteralOf(input.Type, most) is { } highest)
        {
            yield return Goal.Holds(new Binary(Bool, BinaryOperator.LessOrEqual, value, highest));
        }
    }

    private static Literal? LiteralOf(ModelType type, decimal bound) =>
        type switch
        {
            DecimalType => new Literal(type, bound),
            ScalarType { Scalar: Scalar.Int or Scalar.Long } when bound is >= long.MinValue and <= long.MaxValue =>
                new Literal(type, (long)bound),
            _ => null,
        };
}
