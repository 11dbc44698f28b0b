using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Grants;

namespace Ashlar.Emit.Features;

/// <summary>The way from a row over its references to a row that a path names.</summary>
internal static class RowPath
{
    /// <summary>The statement's input for the row at the end of the way.</summary>
    public static string InputOf(IEnumerable<string> steps) => "path " + string.Join('.', steps);

    /// <summary>`this.article == $1`: the way leads to the row of the input.</summary>
    public static Expression Leads(
        Emission emission, Entity entity, IEnumerable<string> steps, IEnumerable<string> whole)
    {
        Expression path = new Variable(new ReferenceType(entity.Name), VariableKind.This, "this");
        foreach (var step in steps)
        {
            var (field, target) = Reference(emission, entity, step);
            path = new FieldAccess(field.Type, path, step);
            entity = target;
        }

        return Same(path, path.Type, InputOf(whole));
    }

    /// <summary>`this.article.slug`: a field of the row at the end of the way.</summary>
    public static Expression Value(Emission emission, Entity entity, IReadOnlyList<string> steps, string field)
    {
        Expression path = new Variable(new ReferenceType(entity.Name), VariableKind.This, "this");
        foreach (var step in steps)
        {
            var (reference, target) = Reference(emission, entity, step);
            path = new FieldAccess(reference.Type, path, step);
            entity = target;
        }

        return new FieldAccess(entity.Field(field)?.Type ?? new ScalarType(Scalar.Uuid), path, field);
    }

    /// <summary>The entity at the end of the way.</summary>
    public static Entity End(Emission emission, Entity entity, IEnumerable<string> steps) =>
        steps.Aggregate(entity, (row, step) => Reference(emission, row, step).Target);

    public static Binary Same(Expression value, ModelType type, string input) => new(
        Conditions.Bool, BinaryOperator.Equal, value, new Variable(type, VariableKind.Input, input));

    private static (Field Field, Entity Target) Reference(Emission emission, Entity entity, string step) =>
        entity.Field(step) is { Type: ReferenceType reference } field
            ? (field, emission.Entity(reference.Entity))
            : throw new InvalidOperationException($"a checked path goes over references: {step}");
}
