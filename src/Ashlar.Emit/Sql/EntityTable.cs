using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using Ashlar.Emit.Expressions;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Emit.Sql;

/// <summary>The table of an entity. Besides these columns it has `id` and `row_version`, and an owned one `position`.</summary>
internal sealed record EntityTable(Entity Entity, string Name, ValueList<SqlColumn> Columns)
{
    public static EntityTable Of(SystemModel model, Entity entity)
    {
        var columns = entity.Fields.Where(model.IsStored).SelectMany(field => ColumnsOf(model, field));
        return new(entity, SqlNames.Table(entity), columns.ToValueList());
    }

    /// <summary>The columns of one field: several for a value, none for a field that is not stored in the row.</summary>
    public IEnumerable<SqlColumn> ColumnsOf(string field) =>
        Columns.Where(column => string.Equals(column.Field.Name, field, StringComparison.Ordinal));

    /// <summary>The columns of an item of a list of values: `value`, or one for each field.</summary>
    public static ValueList<SqlColumn> OfItems(SystemModel model, Field list)
    {
        if (list.Type is not ListType { Item: var item })
        {
            throw new InvalidOperationException($"`{list.Name}` is no list");
        }

        return item is ValueType value
            ? model.ValueOf(value.Value).Fields
                .Select(part => new SqlColumn(SqlNames.Column(part), part.Type, part.Constraints, list) { Part = part })
                .ToValueList()
            : [new SqlColumn("value", item.AsNullable(false), list.Constraints, list)];
    }

    private static IEnumerable<SqlColumn> ColumnsOf(SystemModel model, Field field)
    {
        if (field.Type is not ValueType value)
        {
            return [new(SqlNames.Column(field), field.Type, field.Constraints, field) { Computed = field.Computed }];
        }

        return model.ValueOf(value.Value).Fields.Select(part => OfPart(field, part));
    }

    private static SqlColumn OfPart(Field field, Field part)
    {
        var type = part.Type.AsNullable(part.IsOptional || field.IsOptional);
        return new(SqlNames.ValueColumn(field, part), type, part.Constraints, field) { Part = part };
    }
}
