using System.Globalization;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using Ashlar.Emit.Expressions;

namespace Ashlar.Emit.Sql;

/// <summary>Writes the table of an entity with its constraints and indexes, and the tables of its lists.</summary>
internal sealed class TableWriter(SchemaContext context)
{
    /// <summary>The table with its constraints and indexes. References to tables that come later are late.</summary>
    public SchemaTable Write(EntityTable table, ValueList<SqlConstraint> constraints, Func<ForeignKey, bool> isInTable) =>
        new(context.Dialect, table.Entity, List: null, table.Name,
            Purpose(table.Entity.Name.ToString(), table.Entity.Documentation))
        {
            Columns = Columns(table).ToValueList(),
            Rules = Keys(table)
                .Concat(constraints.Select(constraint => Rule(table, constraint, isInTable)).OfType<SchemaRule>())
                .ToValueList(),
            Indexes = constraints.OfType<UniqueKey>().Where(IsIndex).Select(key => UniqueIndex(table, key))
                .Concat(IndexPlan.Of(context.Model, table, constraints).Select(index => Index(table.Name, index)))
                .ToValueList(),
            Comments = context.IsSqlite ? [] : Comments(table).ToValueList(),
        };

    /// <summary>The tables of lists of values and of links.</summary>
    public IEnumerable<SchemaTable> WriteLists(EntityTable table) => table.Entity.Fields
        .Select(field => field switch
        {
            { Relation: { Kind: RelationKind.Linked } relation } => Links(table, field, relation),
            { Type: ListType, Relation: null, Computed: null } => Values(table, field),
            _ => null,
        })
        .OfType<SchemaTable>();

    public static string Purpose(string element, string documentation) =>
        documentation.Length == 0 ? element : $"{element}: {documentation.ReplaceLineEndings(" ")}";

    /// <summary>PostgreSQL keeps the model's names and words where tools show them.</summary>
    private static IEnumerable<(string Column, string Text)> Comments(EntityTable table)
    {
        yield return ("", Purpose(table.Entity.Name.ToString(), table.Entity.Documentation));
        foreach (var column in table.Columns.Where(column => column.Documentation.Length > 0))
        {
            yield return (column.Name, Purpose($"{table.Entity.Name}.{column.Path}", column.Documentation));
        }
    }

    private bool HasRowKey(EntityTable table) => context.IsSqlite && table.Entity.Search is not null;

    private IEnumerable<SchemaColumn> Columns(EntityTable table)
    {
        if (HasRowKey(table))
        {
            yield return new("row_key", "integer primary key") { Comment = "the row's number for search" };
        }

        yield return new("id", context.Uuid) { IsRequired = true };
        yield return new("row_version", context.IsSqlite ? "integer" : "bigint") { IsRequired = true, Default = "1" };
        if (table.Entity.Owner is not null)
        {
            yield return new("position", "integer") { IsRequired = true, Comment = "the row's place in the list of its owner" };
        }

        foreach (var column in table.Columns.Select(column => Column(table.Entity, column))
            .Concat(SearchWriter.Columns(context, table)))
        {
            yield return column;
        }
    }

    private IEnumerable<SchemaRule> Keys(EntityTable table)
    {
        var name = SqlNames.Fit(table.Name + "_pkey");
        yield return HasRowKey(table) ? new UniqueRuleOfTable(name, "", ["id"]) : new PrimaryRule(name, ["id"]);
        if (context.IsSqlite)
        {
            yield return new CheckRule(SqlNames.Fit(table.Name + "_id_check"), "", "length(id) = 36");
        }
    }

    private SchemaColumn Column(Entity entity, SqlColumn column) => new(column.Name, context.TypeOf(column.Type))
    {
        IsRequired = !column.IsNullable,
        Default = Default(column),
        Computed = column.Computed is { } computed
            ? context.Expressions.Stored(computed, column.Type, SqlScope.Of(entity, ""))
            : null,
        Comment = Comment(column),
        Source = column,
    };

    private string? Default(SqlColumn column) => column switch
    {
        { Part: not null } => null,
        { Field.State: { } state } when !state.Initial.IsEmpty => SqlText.Of(state.Initial[0]).Text,
        { Field.Default: Literal { Value: not null } literal } =>
            context.Expressions.Stored(literal, column.Type, SqlScope.Empty),
        _ => null,
    };

    private string Comment(SqlColumn column)
    {
        var scale = context.IsSqlite && column.Type is DecimalType { Scale: > 0 and var places }
            ? string.Create(CultureInfo.InvariantCulture, $"scaled by 10^{places}")
            : "";
        return context.IsSqlite && column.Documentation.Length > 0
            ? string.Join("; ", ((string[])[column.Documentation.ReplaceLineEndings(" "), scale]).Where(part => part.Length > 0))
            : scale;
    }

    private SchemaRule? Rule(EntityTable table, SqlConstraint constraint, Func<ForeignKey, bool> isInTable)
    {
        var (name, element) = (constraint.Name, constraint.Element);
        return constraint switch
        {
            ColumnCheck check => context.ConditionOf(table.Entity, check.Column) is { } condition
                ? new CheckRule(name, element, condition)
                : null,
            WholeValueCheck check => new CheckRule(name, element, WholeValue(check)),
            RowCheck check => new CheckRule(name, element, context.Total(check.Check.Condition, SqlScope.Of(table.Entity, ""))),
            UniqueKey key when !IsIndex(key) =>
                new UniqueRuleOfTable(name, element, key.Columns.Select(column => column.Name).ToValueList()),
            Exclusion exclusion when !context.IsSqlite =>
                new ExclusionRule(name, element, ExclusionWriter.Constraint(context, table, exclusion)),
            ForeignKey key => Reference(key) with { IsLate = !isInTable(key) },
            _ => null,
        };
    }

    // SQLite names an index in its messages, but not a constraint that is unique.
    private bool IsIndex(UniqueKey key) => context.IsSqlite || key.Rule?.Where is not null;

    private SchemaIndex UniqueIndex(EntityTable table, UniqueKey key) =>
        new(table.Name, key.Name, key.Columns.Select(column => new SqlIndexKey(column.Name, IsDescending: false)).ToValueList())
        {
            Element = key.Element,
            IsUnique = true,
            Where = key.Rule?.Where is { } condition
                ? context.Expressions.Condition(condition, SqlScope.Of(table.Entity, ""))
                : null,
        };

    private string WholeValue(WholeValueCheck check)
    {
        var required = check.Required.Select(column => SqlNames.Quote(column.Name)).ToArray();
        if (required.Length == 0)
        {
            return "true";
        }

        var nulls = context.IsSqlite
            ? string.Join(" + ", required.Select(column => $"({column} is null)"))
            : $"num_nulls({string.Join(", ", required)})";
        var whole = string.Create(CultureInfo.InvariantCulture, $"{nulls} in (0, {required.Length})");
        return string.Join(" and ", check.Optional
            .Select(column => $"({SqlNames.Quote(column.Name)} is null or {required[0]} is not null)")
            .Prepend(whole));
    }

    private static ReferenceRule Reference(ForeignKey key) =>
        new(key.Name, key.Element, key.Column.Name, key.Target, key.OnDelete switch
        {
            DeleteRule.Cascade => "cascade",
            DeleteRule.Clear => "set null",
            _ => "restrict",
        });

    private SchemaTable Links(EntityTable table, Field field, Relation relation)
    {
        var target = context.Model.EntityOf(relation.Target);
        var link = LinkTable.Of(table.Entity, field, target);
        var back = SqlIndex.Of("the other side", link.TargetColumn, link.OwnerColumn);
        return ListTable(table, field, link.Name) with
        {
            Columns =
            [
                new(link.OwnerColumn, context.Uuid) { IsRequired = true },
                new(link.TargetColumn, context.Uuid) { IsRequired = true },
            ],
            Rules =
            [
                new PrimaryRule(SqlNames.Fit(link.Name + "_pkey"), [link.OwnerColumn, link.TargetColumn]),
                Cascade(link.Name, link.OwnerColumn, table.Name),
                Cascade(link.Name, link.TargetColumn, SqlNames.Table(target)),
            ],
            Indexes = [Index(link.Name, back)],
        };
    }

    private SchemaTable Values(EntityTable table, Field field)
    {
        var name = SqlNames.ListTable(table.Entity, field);
        var columns = EntityTable.OfItems(context.Model, field);
        var checks = columns
            .Select(column => context.ConditionOf(table.Entity, column) is { } condition
                ? new CheckRule(SqlNames.Rule(name, column.Name, "check"), $"{table.Entity.Name}.{field.Name}", condition)
                : null)
            .OfType<SchemaRule>();
        return ListTable(table, field, name) with
        {
            Columns =
            [
                new("owner_id", context.Uuid) { IsRequired = true },
                new("position", "integer") { IsRequired = true },
                .. columns.Select(column => Column(table.Entity, column)),
            ],
            Rules =
            [
                new PrimaryRule(SqlNames.Fit(name + "_pkey"), ["owner_id", "position"]),
                new CheckRule(SqlNames.Rule(name, "position", "check"), $"{table.Entity.Name}.{field.Name}", Positions(field)),
                .. checks,
                Cascade(name, "owner_id", table.Name),
            ],
            Indexes = columns is [{ Name: "value" }] ? [Index(name, SqlIndex.Of("contains", "value", "owner_id"))] : [],
        };
    }

    private SchemaTable ListTable(EntityTable table, Field field, string name) =>
        new(context.Dialect, table.Entity, field, name, Purpose($"{table.Entity.Name}.{field.Name}", field.Documentation));

    private static string Positions(Field field) => field.Constraints.MaxItems is { } most
        ? string.Create(CultureInfo.InvariantCulture, $"position between 0 and {most - 1}")
        : "position >= 0";

    private static ReferenceRule Cascade(string table, string column, string target) =>
        new(SqlNames.Rule(table, column, "fkey"), "", column, target, "cascade");

    private static SchemaIndex Index(string table, SqlIndex index) =>
        new(table, SqlNames.Index(table, index.Named), index.Keys) { Purpose = index.Purpose };
}
