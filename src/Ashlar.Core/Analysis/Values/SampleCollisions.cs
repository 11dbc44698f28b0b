using Ashlar.Core.Analysis.Conditions;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;

namespace Ashlar.Core.Analysis.Values;

/// <summary>
/// Finds rows of samples that `unique` and `exclusive` do not allow together. Only what is known counts: a value that
/// the model does not tell collides with nothing, and neither does null.
/// </summary>
internal sealed class SampleCollisions(ModelFacts facts)
{
    public IEnumerable<SampleCollision> Among(IReadOnlyList<SampledRow> rows) =>
        rows.GroupBy(row => row.Entity.Name).SelectMany(ofEntity => Among(ofEntity.First().Entity, [.. ofEntity]));

    private IEnumerable<SampleCollision> Among(Entity entity, IReadOnlyList<SampledRow> rows) =>
    [
        .. from field in entity.Fields
           where field.IsUnique
           from pair in Pairs(rows, [field.Name], condition: null)
           select Found(pair, $"`unique` of `{field.Name}`", field.Name, field.Origin),
        .. from rule in entity.Uniques
           from pair in Pairs(rows, rule.Fields, rule.Where)
           select Found(pair, $"the rule `{rule.Name}`", rule.Name, rule.Origin),
        .. from rule in entity.Exclusives
           from pair in Pairs(rows, rule.Fields, rule.Where, rule)
           select Found(pair, $"the rule `{rule.Name}`", rule.Name, rule.Origin),
    ];

    private static SampleCollision Found((SampledRow Row, SampledRow Earlier) pair, string rule, string name, Origin origin) =>
        new(pair.Row, pair.Earlier, rule, origin, pair.Row.Entity.Name, name);

    /// <summary>Each row that collides, with the first one that it collides with.</summary>
    private IEnumerable<(SampledRow Row, SampledRow Earlier)> Pairs(
        IReadOnlyList<SampledRow> rows, ValueList<string> keys, Expression? condition, ExclusiveRule? interval = null)
    {
        var seen = new Dictionary<ValueList<object>, List<SampledRow>>();
        foreach (var row in rows.Where(row => IsSubject(row, condition)))
        {
            if (KeyOf(row, keys) is not { } key)
            {
                continue;
            }

            if (!seen.TryGetValue(key, out var equals))
            {
                seen.Add(key, equals = []);
            }

            if (equals.Find(other => interval is null || Overlap(interval, row, other)) is { } earlier)
            {
                yield return (row, earlier);
            }

            equals.Add(row);
        }
    }

    private bool IsSubject(SampledRow row, Expression? condition) =>
        condition is null
        || facts.Solver.Decide(row.Fill(FunctionInliner.Inline(condition, facts.Model.Function))) == Truth.Always;

    private static ValueList<object>? KeyOf(SampledRow row, ValueList<string> fields)
    {
        var parts = fields.Select(field => PartOf(row, field)).OfType<object>().ToValueList();
        return parts.Count == fields.Count ? parts : null;
    }

    /// <summary>What is equal where the values are equal; null for null and for what is not known.</summary>
    private static object? PartOf(SampledRow row, string name)
    {
        if (row.Entity.Field(name) is not { } field)
        {
            return null;
        }

        if (field.IsOwnerReference && row.Owner is { } owner)
        {
            return owner;
        }

        return row.ContentOf(name) switch
        {
            SampleReference { Name.Length: > 0 } reference => reference.Name,
            SampleReference => null,
            _ => ValueOf(row, field) is { } value ? (object?)Axes.NumberOf(value) ?? value.Value : null,
        };
    }

    private static Literal? ValueOf(SampledRow row, Field field)
    {
        var variable = new Variable(new ReferenceType(row.Entity.Name), VariableKind.This, "this");
        return row.Fill(new FieldAccess(field.Type, variable, field.Name)) as Literal;
    }

    /// <summary>Half-open: the end of one may be the beginning of the other, and what has no length overlaps nothing.</summary>
    private static bool Overlap(ExclusiveRule rule, SampledRow one, SampledRow other) =>
        IntervalOf(rule, one) is var (from, until)
        && IntervalOf(rule, other) is var (otherFrom, otherUntil)
        && from < otherUntil
        && otherFrom < until;

    private static (decimal From, decimal Until)? IntervalOf(ExclusiveRule rule, SampledRow row) =>
        MomentOf(row, rule.From) is { } from && MomentOf(row, rule.Until) is { } until && from < until ? (from, until) : null;

    private static decimal? MomentOf(SampledRow row, string name) =>
        row.Entity.Field(name) is { } field && ValueOf(row, field) is { } value ? Axes.NumberOf(value) : null;
}
