using System.Collections.Immutable;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Kernel.Tests.Expressions;

/// <summary>What can be named at one place of an expression: variables, and the paths that start at them.</summary>
internal sealed record Sight(ImmutableArray<Variable> Roots, Narrowing Known)
{
    private const int MostSteps = 3;

    public Sight With(Variable item) => this with { Roots = Roots.Add(item) };

    public Sight WhenTrue(Expression condition) => this with { Known = Known.WhenTrue(condition) };

    public Sight WhenFalse(Expression condition) => this with { Known = Known.WhenFalse(condition) };

    /// <summary>Everything that can be read from here, shorter paths first.</summary>
    public IEnumerable<Expression> Paths() =>
        Roots.SelectMany(root => Narrow(root) is var variable ? From(variable, 0).Prepend(variable) : []);

    private Variable Narrow(Variable root) =>
        root.Type.IsNullable && Known.Contains(Narrowing.PathOf(root) ?? "")
            ? root with { Type = root.Type.AsNullable(false) }
            : root;

    private IEnumerable<Expression> From(Expression target, int steps)
    {
        if (steps == MostSteps)
        {
            yield break;
        }

        if (target.Type is ReferenceType)
        {
            yield return new FieldAccess(new ScalarType(Scalar.Uuid) { IsNullable = target.Type.IsNullable }, target, "id");
        }

        foreach (var field in FieldsOf(target.Type))
        {
            var access = Access(target, field);
            yield return access;
            foreach (var deeper in From(access, steps + 1))
            {
                yield return deeper;
            }
        }
    }

    private FieldAccess Access(Expression target, Field field)
    {
        if (field.Type is ListType)
        {
            return new(field.Type, target, field.Name);
        }

        var access = new FieldAccess(field.Type.AsNullable(field.IsOptional || target.Type.IsNullable), target, field.Name);
        return access.Type.IsNullable && Known.Contains(Narrowing.PathOf(access) ?? "")
            ? access with { Type = field.Type.AsNullable(false) }
            : access;
    }

    private static IEnumerable<Field> FieldsOf(ModelType type) => type switch
    {
        ReferenceType row => Lab.Entity(row.Entity.Name).Fields.Where(field => !field.IsOwnerReference),
        ValueType value => Lab.Model.Value(value.Value)?.Fields ?? [],
        _ => [],
    };
}
