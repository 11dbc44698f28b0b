using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Text;

namespace Ashlar.Core.Analysis.Values;

/// <summary>A row that the samples create: one of its own, or one of an owned list, which has the row that owns it.</summary>
internal sealed class SampledRow(Entity entity, string name, ValueList<SampleValue> values, SampledRow? owner, Origin origin)
{
    public Entity Entity => entity;

    public ValueList<SampleValue> Values => values;

    public SampledRow? Owner => owner;

    public Origin Origin => origin;

    /// <summary>How a message names the row that it stands at.</summary>
    public string Described => name.Length > 0 ? $"the sample `{name}`" : "this sample";

    /// <summary>How a message names the row when it stands at another one.</summary>
    public string DescribedAsOther => name.Length > 0 ? $"`{name}`" : "an earlier one";

    /// <summary>Every row, in the order of the text.</summary>
    public static IReadOnlyList<SampledRow> Of(SystemModel model)
    {
        var rows = new List<SampledRow>();
        foreach (var sample in model.Samples)
        {
            if (model.Entity(sample.Entity) is { } entity)
            {
                rows.Add(new SampledRow(entity, sample.Name, sample.Values, owner: null, sample.Origin));
            }
        }

        // Owned rows may own rows themselves: the list grows while it is read.
        for (var index = 0; index < rows.Count; index++)
        {
            rows.AddRange(OwnedBy(model, rows[index]));
        }

        return [.. rows
            .OrderBy(row => row.Origin.Path, StringComparer.Ordinal)
            .ThenBy(row => row.Origin.Span.Start)];
    }

    public SampleContent? ContentOf(string field) =>
        values.FirstOrDefault(value => string.Equals(value.Field, field, StringComparison.Ordinal))?.Content;

    /// <summary>The expression with what is known of the row in the place of its fields; what is not stays a field.</summary>
    public Expression Fill(Expression expression) => new Filling(this).Rewrite(expression);

    public static Literal? ConstantOf(SampleValue? value) => ConstantOf(value?.Content);

    private static Literal? ConstantOf(SampleContent? content) =>
        content is SampleConstant constant ? Bounds.ConstantOf(constant.Value) : null;

    private static IEnumerable<SampledRow> OwnedBy(SystemModel model, SampledRow owner) =>
        from value in owner.Values
        let rows = value.Content as SampleRows
        where rows is not null
        let child = owner.Entity.Field(value.Field)?.Relation is { } relation ? model.Entity(relation.Target) : null
        where child is not null
        from row in rows.Rows
        select new SampledRow(child, name: "", row.Values, owner, row.Origin);

    private sealed class Filling(SampledRow row) : ExpressionRewriter
    {
        public override Expression Visit(FieldAccess node)
        {
            if (node.Target is not Variable { Kind: VariableKind.This } || row.Entity.Field(node.Field) is not { } field)
            {
                return base.Visit(node);
            }

            var known = row.ContentOf(node.Field) is { } content ? ConstantOf(content) : Left(field);
            return known ?? (Expression)node;
        }

        /// <summary>A field that is left out holds its default, or null; a state its only initial state.</summary>
        private static Literal? Left(Field field) => field switch
        {
            { Default: not null } => Bounds.ConstantOf(field.Default),
            { Computed: not null } or { Generated: not null } or { Relation: not null } => null,
            { State.Initial: [var initial] } => new Literal(field.Type, initial),
            { IsOptional: true } => new Literal(field.Type, Value: null),
            _ => null,
        };
    }
}
