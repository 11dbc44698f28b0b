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
    /// <summary>The table with its indexes. References to tables that come later are left to `alter table`.</summary>
    public IEnumerable<string> Write(EntityTable table, ValueList<SqlConstraint> constraints, Func<ForeignKey, bool> isInTable)
    {
        yield return Table(table, constraints, isInTable);
        var indexes = constraints.OfType<UniqueKey>().Where(IsIndex).Select(key => UniqueIndex(table, key))
            .Concat(IndexPlan.Of(context.Model, table, constraints).Select(index => Index(table.Name, index)))
            .ToArray();
        if (indexes.Length > 0)
        {
            yield return string.Join('\n', indexes);
        }

        if (!context.IsSqlite)
        {
            yield return string.Join('\n', Comments(table));
        }
    }

    /// <summary>The tables of lists of values and of links.</summary>
    public IEnumerable<string> WriteLists(EntityTable table) => table.Entity.Fields
        .Select(field => field switch
        {
            { Relation: { Kind: RelationKind.Linked } relation } => Links(table, field, relation),
            { Type: ListType, Relation: null, Computed: null } => Values(table, field),
            _ => "",
        })
        .Where(text => text.Length > 0);

    public static string AlterTable(EntityTable table, ForeignKey key) =>
        $"alter table {SqlNames.Quote(table.Name)} add constraint {SqlNames.Quote(key.Name)} {Reference(key)};";

    public static string Purpose(string element, string documentation) =>
        documentation.Length == 0 ? element : $"{element}: {documentation.ReplaceLineEndings(" ")}";

    /// <summary>PostgreSQL keeps the model's names and words where tools show them.</summary>
    private static IEnumerable<string> Comments(EntityTable table)
    {
        var name = SqlNames.Quote(table.Name);
        var purpose = Purpose(table.Entity.Name.ToString(), table.Entity.Documentation);
        yield return $"comment on table {name} is {SqlText.Of(purpose)};";
        foreach (var column in table.Columns.Where(column => column.Documentation.Length > 0))
        {
            var text = Purpose($"{table.Entity.Name}.{column.Path}", column.Documentation);
            yield return $"comment on column {name}.{SqlNames.Quote(column.Name)} is {SqlText.Of(text)};";
        }
    }

    private string Table(EntityTable table, ValueList<SqlConstraint> constraints, Func<ForeignKey, bool> isInTable)
    {
        var text = new TableText(context.Dialect, table.Name, Purpose(table.Entity.Name.ToString(), table.Entity.Documentation));
        var hasRowKey = context.IsSqlite && table.Entity.Search is not null;
        if (hasRowKey)
        {
            text.Column("row_key", "integer primary key", "the row's number for search");
        }

        text.Column("id", $"{context.Uuid} not null");
        text.Column("row_version", context.IsSqlite ? "integer not null default 1" : "bigint not null default 1");
        if (table.Entity.Owner is not null)
        {
            text.Column("position", "integer not null", "the row's place in the list of its owner");
        }

        foreach (var column in table.Columns)
        {
            text.Column(column.Name, Definition(table.Entity, column), Comment(column));
        }

        SearchWriter.AddColumn(context, table, text);
        text.Constraint(SqlNames.Fit(table.Name + "_pkey"), hasRowKey ? "unique (id)" : "primary key (id)");
        if (context.IsSqlite)
        {
            text.Constraint(SqlNames.Fit(table.Name + "_id_check"), "check (length(id) = 36)");
        }

        foreach (var constraint in constraints)
        {
            if (Constraint(table, constraint, isInTable) is { } definition)
            {
                text.Constraint(constraint.Name, definition);
            }
        }

        return text.Write();
    }

    private string Definition(Entity entity, SqlColumn column)
    {
        var type = context.TypeOf(column.Type);
        if (column.Computed is { } computed)
        {
            var value = context.Expressions.Stored(computed, column.Type, SqlScope.Of(entity, ""));
            return $"{type} generated always as ({value}) stored";
        }

        var text = column.IsNullable ? type : type + " not null";
        return Default(column) is { } value2 ? $"{text} default {value2}" : text;
    }

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

    private string? Constraint(EntityTable table, SqlConstraint constraint, Func<ForeignKey, bool> isInTable) => constraint switch
    {
        ColumnCheck check => context.ConditionOf(table.Entity, check.Column) is { } condition ? $"check ({condition})" : null,
        WholeValueCheck check => $"check ({WholeValue(check)})",
        RowCheck check => $"check ({context.Total(check.Check.Condition, SqlScope.Of(table.Entity, ""))})",
        UniqueKey key when !IsIndex(key) => $"unique ({Columns(key.Columns.Select(column => column.Name))})",
        Exclusion exclusion when !context.IsSqlite => ExclusionWriter.Constraint(context, table, exclusion),
        ForeignKey key when isInTable(key) => Reference(key),
        _ => null,
    };

    // SQLite names an index in its messages, but not a constraint that is unique.
    private bool IsIndex(UniqueKey key) => context.IsSqlite || key.Rule?.Where is not null;

    private string UniqueIndex(EntityTable table, UniqueKey key)
    {
        var where = key.Rule?.Where is { } condition
            ? $" where {context.Expressions.Condition(condition, SqlScope.Of(table.Entity, ""))}"
            : "";
        return $"create unique index {SqlNames.Quote(key.Name)} on {SqlNames.Quote(table.Name)} "
            + $"({Columns(key.Columns.Select(column => column.Name))}){where};";
    }

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

    private static string Reference(ForeignKey key)
    {
        var onDelete = key.OnDelete switch
        {
            DeleteRule.Cascade => "cascade",
            DeleteRule.Clear => "set null",
            _ => "restrict",
        };
        return $"{Reference(key.Column.Name, key.Target)} on delete {onDelete}";
    }

    private string Links(EntityTable table, Field field, Relation relation)
    {
        var target = context.Model.EntityOf(relation.Target);
        var link = LinkTable.Of(table.Entity, field, target);
        var text = new TableText(context.Dialect, link.Name, Purpose($"{table.Entity.Name}.{field.Name}", field.Documentation));
        text.Column(link.OwnerColumn, $"{context.Uuid} not null");
        text.Column(link.TargetColumn, $"{context.Uuid} not null");
        text.Constraint(SqlNames.Fit(link.Name + "_pkey"), $"primary key ({Columns([link.OwnerColumn, link.TargetColumn])})");
        text.Constraint(SqlNames.Rule(link.Name, link.OwnerColumn, "fkey"), Cascade(link.OwnerColumn, table.Name));
        text.Constraint(SqlNames.Rule(link.Name, link.TargetColumn, "fkey"), Cascade(link.TargetColumn, SqlNames.Table(target)));
        var back = SqlIndex.Of("the other side", link.TargetColumn, link.OwnerColumn);
        return $"{text.Write()}\n\n{Index(link.Name, back)}";
    }

    private string Values(EntityTable table, Field field)
    {
        var name = SqlNames.ListTable(table.Entity, field);
        var text = new TableText(context.Dialect, name, Purpose($"{table.Entity.Name}.{field.Name}", field.Documentation));
        text.Column("owner_id", $"{context.Uuid} not null");
        text.Column("position", "integer not null");
        var columns = EntityTable.OfItems(context.Model, field);
        foreach (var column in columns)
        {
            text.Column(column.Name, Definition(table.Entity, column), Comment(column));
        }

        text.Constraint(SqlNames.Fit(name + "_pkey"), "primary key (owner_id, position)");
        text.Constraint(SqlNames.Rule(name, "position", "check"), Positions(field));
        foreach (var column in columns)
        {
            if (context.ConditionOf(table.Entity, column) is { } condition)
            {
                text.Constraint(SqlNames.Rule(name, column.Name, "check"), $"check ({condition})");
            }
        }

        text.Constraint(SqlNames.Rule(name, "owner_id", "fkey"), Cascade("owner_id", table.Name));
        return columns is [{ Name: "value" }]
            ? $"{text.Write()}\n\n{Index(name, SqlIndex.Of("contains", "value", "owner_id"))}"
            : text.Write();
    }

    private static string Positions(Field field) => field.Constraints.MaxItems is { } most
        ? string.Create(CultureInfo.InvariantCulture, $"check (position between 0 and {most - 1})")
        : "check (position >= 0)";

    private static string Cascade(string column, string target) => $"{Reference(column, target)} on delete cascade";

    private static string Reference(string column, string target) =>
        $"foreign key ({SqlNames.Quote(column)}) references {SqlNames.Quote(target)} (id)";

    private static string Index(string table, SqlIndex index)
    {
        var keys = string.Join(", ", index.Keys.Select(key => SqlNames.Quote(key.Column) + (key.IsDescending ? " desc" : "")));
        var name = SqlNames.Quote(SqlNames.Index(table, index.Named));
        return $"create index {name} on {SqlNames.Quote(table)} ({keys}); -- {index.Purpose}";
    }

    private static string Columns(IEnumerable<string> names) => string.Join(", ", names.Select(SqlNames.Quote));
}
