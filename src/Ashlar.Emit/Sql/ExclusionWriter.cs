using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Expressions;

namespace Ashlar.Emit.Sql;

/// <summary>
/// `exclusive`: no two rows that are equal in some columns overlap in time. PostgreSQL has a constraint for it; SQLite, with
/// one writer at a time, a trigger. Intervals are half-open, and one that ends before it starts is empty.
/// </summary>
internal static class ExclusionWriter
{
    public static string Constraint(SchemaContext context, EntityTable table, Exclusion exclusion)
    {
        var rule = exclusion.Rule;
        var (from, until) = Ends(table, rule);
        var range = from.Type is ScalarType { Scalar: Scalar.Date } ? "daterange" : "tstzrange";
        var (start, end) = (SqlNames.Quote(from.Name), SqlNames.Quote(until.Name));
        var keys = Keys(table, rule)
            .Select(column => $"{column} with =")
            .Append($"{range}({start}, greatest({start}, {end})) with &&");
        string[] conditions =
        [
            .. from.IsNullable ? [$"{start} is not null"] : (string[])[],
            .. rule.Where is { } where ? [context.Expressions.Conjunct(where, SqlScope.Of(table.Entity, ""))] : (string[])[],
        ];
        var filter = conditions.Length == 0 ? "" : $" where ({string.Join(" and ", conditions)})";
        return $"exclude using gist ({string.Join(", ", keys)}){filter}";
    }

    /// <summary>The triggers of SQLite.</summary>
    public static IEnumerable<string> Triggers(SchemaContext context, EntityTable table, Exclusion exclusion)
    {
        var body = Body(context, table, exclusion);
        yield return Trigger(table, exclusion, "insert", "insert", body);
        var columns = string.Join(", ", Columns(context, table, exclusion.Rule));
        yield return Trigger(table, exclusion, "update", $"update of {columns}", body);
    }

    private static string Trigger(EntityTable table, Exclusion exclusion, string suffix, string when, string body)
    {
        var name = SqlNames.Quote(SqlNames.Fit($"{exclusion.Name}_{suffix}"));
        return $"""
            create trigger {name} after {when} on {SqlNames.Quote(table.Name)} begin
              select raise(abort, '{exclusion.Name}') where exists (
                {body}
              );
            end;
            """;
    }

    private static string Body(SchemaContext context, EntityTable table, Exclusion exclusion)
    {
        string[] conditions = ["other.id <> new.id", .. Overlap(context, table, exclusion.Rule, one: "new", other: "other")];
        return $"select 1 from {SqlNames.Quote(table.Name)} as other\n    where {string.Join("\n      and ", conditions)}";
    }

    /// <summary>What has to be true of two rows, by their names in the statement, for the rule to refuse them.</summary>
    public static IEnumerable<string> Overlap(
        SchemaContext context, EntityTable table, ExclusiveRule rule, string one, string other)
    {
        var (from, until) = (SqlNames.Quote(Ends(table, rule).From.Name), SqlNames.Quote(Ends(table, rule).Until.Name));
        return
        [
            .. Keys(table, rule).Select(column => $"{other}.{column} = {one}.{column}"),
            $"{other}.{from} < {one}.{until}",
            $"{one}.{from} < {other}.{until}",
            $"{one}.{from} < {one}.{until}",
            $"{other}.{from} < {other}.{until}",
            .. rule.Where is { } where
                ? ((string[])[one, other]).Select(row => context.Expressions.Conjunct(where, SqlScope.Of(table.Entity, row)))
                : [],
        ];
    }

    private static IEnumerable<string> Columns(SchemaContext context, EntityTable table, ExclusiveRule rule) => rule.Fields
        .Concat([rule.From, rule.Until])
        .Concat(rule.Where is { } where ? OwnFields.In(context.Model, where) : [])
        .SelectMany(table.ColumnsOf)
        .Select(column => SqlNames.Quote(column.Name))
        .Distinct();

    private static (SqlColumn From, SqlColumn Until) Ends(EntityTable table, ExclusiveRule rule) =>
        (table.ColumnsOf(rule.From).First(), table.ColumnsOf(rule.Until).First());

    private static IEnumerable<string> Keys(EntityTable table, ExclusiveRule rule) =>
        rule.Fields.SelectMany(table.ColumnsOf).Select(column => SqlNames.Quote(column.Name));
}
