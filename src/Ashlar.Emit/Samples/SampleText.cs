using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Expressions;
using Ashlar.Emit.Sql;
using Ashlar.Emit.Statements;

namespace Ashlar.Emit.Samples;

/// <summary>The statements that store samples, with their constants in the text.</summary>
internal static class SampleText
{
    private static readonly ModelType Id = new ScalarType(Scalar.Uuid);

    public static string Insert(StatementText text, Entity entity, IEnumerable<(string Column, string Value)> columns)
    {
        (string, string)[] all = [("id", text.Input("id", Id)), .. columns];
        return Insert(StatementText.Table(entity), all);
    }

    /// <summary>A row of an owned list: `id` is the owner's.</summary>
    public static string Owned(StatementText text, Entity entity, IEnumerable<(string Column, string Value)> columns,
        int position)
    {
        var back = SqlNames.Quote(SqlNames.Column(entity.Fields.First(field => field.IsOwnerReference)));
        (string, string)[] all =
        [
            ("id", text.Input("row", Id)), (back, text.Input("id", Id)), ("position", SqlText.Of(position).Text), .. columns,
        ];
        return Insert(StatementText.Table(entity), all);
    }

    public static string Values(StatementText text, Entity entity, Field field, ListLiteral list)
    {
        var owner = text.Input("id", Id);
        var columns = EntityTable.OfItems(text.Emission.Model, field);
        var rows = list.Items.Index().Select(item =>
        {
            var values = columns.Select(column => text.Expressions.Stored(Part(item.Item, column), column.Type, SqlScope.Empty));
            return $"({string.Join(", ", [owner, SqlText.Of(item.Index).Text, .. values])})";
        });
        var names = string.Join(", ", ["owner_id", "position", .. columns.Select(column => SqlNames.Quote(column.Name))]);
        return $"insert into {SqlNames.Quote(SqlNames.ListTable(entity, field))} ({names})\nvalues {string.Join(", ", rows)}";
    }

    public static string Links(StatementText text, Entity entity, Field field, SampleLinks links)
    {
        var (link, owner) = (Statements.Links.Of(text.Emission, entity, field), text.Input("id", Id));
        var rows = links.Names.Select(name => $"({owner}, {text.Input(name, Id)})");
        var columns = $"{SqlNames.Quote(link.OwnerColumn)}, {SqlNames.Quote(link.TargetColumn)}";
        return $"insert into {SqlNames.Quote(link.Name)} ({columns})\n"
            + $"values {string.Join(", ", rows)}";
    }

    private static Expression Part(Expression item, SqlColumn column) =>
        column.Part is { } part ? new FieldAccess(part.Type, item, part.Name) : item;

    private static string Insert(string table, (string Column, string Value)[] columns) =>
        $"{StatementText.List(columns.Select(column => column.Column), start: $"insert into {table} (")})\n"
        + $"values ({StatementText.List(columns.Select(column => column.Value))})";
}
