using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Ashlar.ByHand;

/// <summary>The commands of one connection, prepared once.</summary>
internal sealed class SqliteStatements : IDisposable
{
    private const string Columns =
        "id, row_version, sku, name, description, price, stock, is_visible, category_id, added_at, changed_at";

    private readonly SqliteConnection _connection;

    public SqliteStatements(SqliteConnection connection)
    {
        _connection = connection;
        FindProduct = Prepare($"select {Columns} from catalog_products where id = $1", 1);
        FirstPage = Prepare(
            $"select {Columns} from catalog_products where category_id = $1 order by added_at desc, id desc limit $2", 2);
        NextPage = Prepare(
            $"""
            select {Columns} from catalog_products where category_id = $1 and (added_at, id) < ($3, $4)
            order by added_at desc, id desc limit $2
            """, 4);
        FindOrder = Prepare("select row_version, number, status, remark, placed_at from ordering_orders where id = $1", 1);
        FindLines = Prepare(
            """
            select l.id, p.sku, p.name, l.quantity, l.unit_price
            from ordering_order_lines l join catalog_products p on p.id = l.product_id
            where l.order_id = $1 order by l.position
            """, 1);
        Insert = Prepare(
            $"""
            insert into catalog_products (id, sku, name, description, price, stock, is_visible, category_id, added_at, changed_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9) returning {Columns}
            """, 9);
        Update = Prepare(
            $"""
            update catalog_products set sku = coalesce($3, sku), name = coalesce($4, name),
              description = case when $5 then $6 else description end, price = coalesce($7, price),
              stock = coalesce($8, stock), is_visible = coalesce($9, is_visible), category_id = coalesce($10, category_id),
              changed_at = $11, row_version = row_version + 1
            where id = $1 and row_version = $2 returning {Columns}
            """, 11);
        Take = Prepare(
            $"""
            update catalog_products set stock = stock - $2, changed_at = $3, row_version = row_version + 1
            where id = $1 and stock >= $2 returning {Columns}
            """, 3);
        Tell = Prepare("insert into by_hand_outbox (product_id, copies, told_at) values ($1, $2, $3)", 3);
        Handle = Prepare(
            """
            insert into catalog_stock_movements (id, product_id, copies, taken_at)
            select lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8'
              || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))), product_id, copies, told_at
            from by_hand_outbox order by id limit 64
            """, 0);
        Forget = Prepare(
            "delete from by_hand_outbox where id in (select id from by_hand_outbox order by id limit 64)", 0);
        Begin = Prepare("begin immediate", 0);
        Commit = Prepare("commit", 0);
        Rollback = Prepare("rollback", 0);
        Exists = Prepare("select exists (select 1 from catalog_products where id = $1)", 1);
    }

    public SqliteCommand FindProduct { get; }

    public SqliteCommand FirstPage { get; }

    public SqliteCommand NextPage { get; }

    public SqliteCommand FindOrder { get; }

    public SqliteCommand FindLines { get; }

    public SqliteCommand Insert { get; }

    public SqliteCommand Update { get; }

    public SqliteCommand Take { get; }

    public SqliteCommand Tell { get; }

    public SqliteCommand Handle { get; }

    public SqliteCommand Forget { get; }

    public SqliteCommand Begin { get; }

    public SqliteCommand Commit { get; }

    public SqliteCommand Rollback { get; }

    public SqliteCommand Exists { get; }

    /// <summary>Gives a command its values.</summary>
    public static SqliteCommand Set(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command;
    }

    public void Dispose()
    {
        SqliteCommand[] all =
        [
            FindProduct, FirstPage, NextPage, FindOrder, FindLines, Insert, Update, Take, Tell, Handle, Forget, Begin, Commit,
            Rollback, Exists,
        ];
        foreach (var command in all)
        {
            command.Dispose();
        }

        _connection.Dispose();
    }

    private SqliteCommand Prepare(string sql, int parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 1; i <= parameters; i++)
        {
            command.Parameters.Add(new() { ParameterName = "$" + i.ToString(CultureInfo.InvariantCulture) });
        }

        command.Prepare();
        return command;
    }
}
