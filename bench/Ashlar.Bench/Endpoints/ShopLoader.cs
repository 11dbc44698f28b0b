using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Ashlar.Bench.Endpoints;

/// <summary>Fills the tables of a fresh system.</summary>
internal static class ShopLoader
{
    public static async Task FillPostgresAsync(string connectionString, ShopData data)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        // The rows are consistent; checking each of them takes longer than storing it.
        await ExecuteAsync(connection, "set session_replication_role = replica");
        foreach (var table in data.Tables)
        {
            await using var copy = await connection.BeginBinaryImportAsync(
                $"copy {table.Name} ({string.Join(", ", table.Columns)}) from stdin (format binary)");
            foreach (var row in table.Rows)
            {
                await copy.WriteRowAsync(CancellationToken.None, row);
            }

            await copy.CompleteAsync();
        }

        await ExecuteAsync(connection, "vacuum analyze");
        await ExecuteAsync(connection, "checkpoint");
    }

    public static void FillSqlite(string connectionString, ShopData data)
    {
        using var connection = new SqliteConnection(connectionString + ";Pooling=false");
        connection.Open();
        connection.CreateFunction("text_trim", (string? text) => text?.Trim(), isDeterministic: true);
        var triggers = Triggers(connection);
        using var transaction = connection.BeginTransaction();
        Execute(connection, string.Concat(triggers.Select(trigger => $"drop trigger {trigger.Name};")));
        foreach (var table in data.Tables)
        {
            Fill(connection, table);
        }

        Execute(connection, string.Join(";\n", triggers.Select(trigger => trigger.Sql)));
        transaction.Commit();
        Execute(connection, "analyze; pragma wal_checkpoint(truncate);");
    }

    private static void Fill(SqliteConnection connection, ShopTable table)
    {
        using var insert = connection.CreateCommand();
        var names = table.Columns.Select((_, i) => "$" + i.ToString(CultureInfo.InvariantCulture)).ToList();
        insert.CommandText =
            $"insert into {table.Name} ({string.Join(", ", table.Columns)}) values ({string.Join(", ", names)})";
        insert.Parameters.AddRange(names.Select(name => new SqliteParameter { ParameterName = name }));
        foreach (var row in table.Rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                insert.Parameters[i].Value = Stored(row[i]);
            }

            insert.ExecuteNonQuery();
        }
    }

    private static object Stored(object? value) => value switch
    {
        null => DBNull.Value,
        Guid id => id.ToString(),
        decimal number => (long)(number * 100),
        DateTime time => new DateTimeOffset(time).ToUnixTimeMilliseconds(),
        _ => value,
    };

    private static List<(string Name, string Sql)> Triggers(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "select name, sql from sqlite_schema where type = 'trigger'";
        using var rows = command.ExecuteReader();
        var triggers = new List<(string, string)>();
        while (rows.Read())
        {
            triggers.Add((rows.GetString(0), rows.GetString(1)));
        }

        return triggers;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
