using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Ashlar.ByHand;

/// <summary>Raw Microsoft.Data.Sqlite: WAL, readers with prepared commands, one writer.</summary>
internal sealed class SqliteShop : IShop
{
    private readonly SqlitePool _pool;

    public SqliteShop(string connection) => _pool = new(connection);

    public ValueTask<long?> ReadProductAsync(Utf8JsonWriter json, Guid id)
    {
        var statements = _pool.RentReader();
        try
        {
            var command = SqliteStatements.Set(statements.FindProduct, id.ToString());
            using var rows = command.ExecuteReader();
            return new(rows.Read() ? WriteProduct(json, rows) : null);
        }
        finally
        {
            _pool.Return(statements);
        }
    }

    public ValueTask ListProductsAsync(Utf8JsonWriter json, Guid category, PageEnd? after, int limit)
    {
        var statements = _pool.RentReader();
        try
        {
            var command = after is { } end
                ? SqliteStatements.Set(statements.NextPage, category.ToString(), limit + 1, end.AddedAt, end.Id.ToString())
                : SqliteStatements.Set(statements.FirstPage, category.ToString(), limit + 1);
            using var rows = command.ExecuteReader();
            WritePage(json, rows, limit);
            return default;
        }
        finally
        {
            _pool.Return(statements);
        }
    }

    public ValueTask<long?> ReadOrderAsync(Utf8JsonWriter json, Guid id)
    {
        var statements = _pool.RentReader();
        try
        {
            return new(WriteOrder(json, statements, id));
        }
        finally
        {
            _pool.Return(statements);
        }
    }

    public async ValueTask<WriteResult> CreateProductAsync(Utf8JsonWriter json, Guid id, ProductBody body, DateTimeOffset now)
    {
        var statements = await _pool.RentWriterAsync();
        try
        {
            var command = SqliteStatements.Set(
                statements.Insert, id.ToString(), body.Sku, body.Name, body.Description, Scaled(body.Price), body.Stock ?? 0,
                body.IsVisible ?? true, body.Category?.ToString(), now.ToUnixTimeMilliseconds());
            return Write(json, command) ?? throw new InvalidOperationException("Nothing was stored.");
        }
        finally
        {
            _pool.ReturnWriter();
        }
    }

    public async ValueTask<WriteResult> UpdateProductAsync(
        Utf8JsonWriter json, Guid id, long version, ProductBody body, DateTimeOffset now)
    {
        var statements = await _pool.RentWriterAsync();
        try
        {
            var command = SqliteStatements.Set(
                statements.Update, id.ToString(), version, body.Sku, body.Name, body.HasDescription, body.Description,
                Scaled(body.Price), body.Stock, body.IsVisible, body.Category?.ToString(), now.ToUnixTimeMilliseconds());
            if (Write(json, command) is { } result)
            {
                return result;
            }

            var exists = SqliteStatements.Set(statements.Exists, id.ToString()).ExecuteScalar() is 1L;
            return new(0, exists ? Problem.Stale : Problem.NotFound);
        }
        finally
        {
            _pool.ReturnWriter();
        }
    }

    public async ValueTask<WriteResult> TakeStockAsync(Utf8JsonWriter json, Guid id, int copies, DateTimeOffset now)
    {
        var statements = await _pool.RentWriterAsync();
        try
        {
            var (key, at) = (id.ToString(), now.ToUnixTimeMilliseconds());
            statements.Begin.ExecuteNonQuery();
            if (Write(json, SqliteStatements.Set(statements.Take, key, copies, at)) is { } result)
            {
                SqliteStatements.Set(statements.Tell, key, copies, at).ExecuteNonQuery();
                statements.Commit.ExecuteNonQuery();
                return result;
            }

            statements.Rollback.ExecuteNonQuery();
            var exists = SqliteStatements.Set(statements.Exists, key).ExecuteScalar() is 1L;
            return new(0, exists ? Problem.SoldOut : Problem.NotFound);
        }
        finally
        {
            _pool.ReturnWriter();
        }
    }

    public async ValueTask<bool> HandleAsync()
    {
        var statements = await _pool.RentWriterAsync();
        try
        {
            statements.Begin.ExecuteNonQuery();
            var count = statements.Handle.ExecuteNonQuery();
            statements.Forget.ExecuteNonQuery();
            statements.Commit.ExecuteNonQuery();
            return count > 0;
        }
        finally
        {
            _pool.ReturnWriter();
        }
    }

    public void Dispose() => _pool.Dispose();

    private static void WritePage(Utf8JsonWriter json, SqliteDataReader rows, int limit)
    {
        var (count, last, next) = (0, default(PageEnd), (string?)null);
        json.WriteStartObject();
        json.WriteStartArray("items"u8);
        while (rows.Read())
        {
            if (count++ == limit)
            {
                next = Cursor.Encode(last);
                break;
            }

            WriteProduct(json, rows);
            if (count == limit)
            {
                last = new(rows.GetInt64(9), Guid.ParseExact(rows.GetString(0), "D"));
            }
        }

        json.WriteEndArray();
        json.WriteString("next"u8, next);
        json.WriteEndObject();
    }

    private static long? WriteOrder(Utf8JsonWriter json, SqliteStatements statements, Guid id)
    {
        using var order = SqliteStatements.Set(statements.FindOrder, id.ToString()).ExecuteReader();
        if (!order.Read())
        {
            return null;
        }

        json.WriteStartObject();
        json.WriteString("id"u8, id);
        json.WriteString("number"u8, order.GetString(1));
        json.WriteString("status"u8, order.GetString(2));
        json.WriteString("remark"u8, order.IsDBNull(3) ? null : order.GetString(3));
        json.WriteInstant("placedAt"u8, Instant(order.GetInt64(4)));
        json.WriteStartArray("lines"u8);
        using var lines = SqliteStatements.Set(statements.FindLines, id.ToString()).ExecuteReader();
        while (lines.Read())
        {
            json.WriteStartObject();
            json.WriteString("id"u8, lines.GetString(0));
            json.WriteString("sku"u8, lines.GetString(1));
            json.WriteString("name"u8, lines.GetString(2));
            json.WriteNumber("quantity"u8, lines.GetInt32(3));
            json.WriteNumber("unitPrice"u8, Unscaled(lines.GetInt64(4)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        return order.GetInt64(0);
    }

    private static WriteResult? Write(Utf8JsonWriter json, SqliteCommand command)
    {
        try
        {
            using var rows = command.ExecuteReader();
            return rows.Read() ? new(WriteProduct(json, rows)) : null;
        }
        catch (SqliteException e) when (ProblemOf(e) is { } problem)
        {
            return new(0, problem);
        }
    }

    private static Problem? ProblemOf(SqliteException e) => e.SqliteExtendedErrorCode switch
    {
        SQLitePCL.raw.SQLITE_CONSTRAINT_UNIQUE => Problem.SkuTaken,
        SQLitePCL.raw.SQLITE_CONSTRAINT_FOREIGNKEY => Problem.NoCategory,
        SQLitePCL.raw.SQLITE_CONSTRAINT_CHECK => Problem.PricedStock,
        _ => null,
    };

    private static long WriteProduct(Utf8JsonWriter json, SqliteDataReader rows)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, rows.GetString(0));
        json.WriteString("sku"u8, rows.GetString(2));
        json.WriteString("name"u8, rows.GetString(3));
        json.WriteString("description"u8, rows.IsDBNull(4) ? null : rows.GetString(4));
        json.WriteNumber("price"u8, Unscaled(rows.GetInt64(5)));
        json.WriteNumber("stock"u8, rows.GetInt32(6));
        json.WriteBoolean("isVisible"u8, rows.GetInt64(7) != 0);
        json.WriteString("category"u8, rows.GetString(8));
        json.WriteInstant("addedAt"u8, Instant(rows.GetInt64(9)));
        json.WriteInstant("changedAt"u8, Instant(rows.GetInt64(10)));
        json.WriteEndObject();
        return rows.GetInt64(1);
    }

    private static DateTime Instant(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime;

    private static long? Scaled(decimal? value) => value is { } price ? (long)(price * 100) : null;

    private static decimal Unscaled(long value) => new((int)value, (int)(value >> 32), 0, isNegative: false, scale: 2);
}
