using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Plan;
using Ashlar.Core.Text;
using Ashlar.Emit.Sql;

namespace Ashlar.Emit.Migrations;

/// <summary>Which table and column of the old schema each of the new one was.</summary>
internal sealed class SchemaPairs
{
    private readonly Correspondence _change;
    private readonly RelationalSchema _before;
    private readonly ColumnValues _values;

    private SchemaPairs(Correspondence change, RelationalSchema before, ColumnValues values)
    {
        (_change, _before, _values) = (change, before, values);
    }

    /// <summary>The tables that stay, in the order of the new schema.</summary>
    public static ValueList<TablePair> Of(
        Correspondence change, RelationalSchema before, RelationalSchema after, ColumnValues values)
    {
        var pairs = new SchemaPairs(change, before, values);
        return after.Tables
            .Select(table => pairs.OldOf(table) is { } old ? pairs.Pair(old, table) : null)
            .OfType<TablePair>()
            .ToValueList();
    }

    private SchemaTable? OldOf(SchemaTable table)
    {
        if (_change.OldOf(table.Entity) is not { } entity)
        {
            return null;
        }

        var list = table.List is null ? null : _change.OldOf(table.Entity, table.List);
        return table.List is not null && list is null
            ? null
            : _before.Tables.FirstOrDefault(old => old.Entity.Name == entity.Name
                && old.List?.Name == list?.Name
                && old.List?.Relation?.Kind == table.List?.Relation?.Kind);
    }

    private TablePair Pair(SchemaTable old, SchemaTable table) =>
        new(old, table, table.Columns.Select((column, i) => _values.Of(old, table, Pair(old, table, column, i), column))
            .ToValueList());

    private SchemaColumn? Pair(SchemaTable old, SchemaTable table, SchemaColumn column, int place)
    {
        if (column.Source is not { } source)
        {
            return table.List?.Relation is null
                ? old.Columns.FirstOrDefault(other => other.Source is null && other.Name == column.Name)
                : old.Columns[place];
        }

        var field = table.List is null ? OldFieldOf(old.Entity, table.Entity, source.Field) : old.List;
        var part = source.Part is null ? null : OldPartOf(source);
        return field is null || (source.Part is not null && part is null)
            ? null
            : old.Columns
                .FirstOrDefault(other => other.Source is { } was && was.Field.Name == field.Name && was.Part?.Name == part);
    }

    /// <summary>The reference to the owner has no name in the text, so nobody says what it was.</summary>
    private Field? OldFieldOf(Entity old, Entity entity, Field field) => _change.OldOf(entity, field)
        ?? (field.IsOwnerReference ? old.Fields.FirstOrDefault(other => other.IsOwnerReference) : null);

    private string? OldPartOf(SqlColumn source)
    {
        var type = source.Field.Type is ListType list ? list.Item : source.Field.Type;
        return source.Part is { } part && type is Core.Model.Types.ValueType value
            ? _change.OldOf(new ElementPath(ElementKind.Part, $"{value.Value}.{part.Name}"))?.Name
            : null;
    }
}
