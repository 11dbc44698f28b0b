using System.Text.Json;
using Npgsql;

namespace Ashlar.ByHand;

/// <summary>Raw Npgsql: prepared statements, typed parameters, one round trip for each request.</summary>
internal sealed class PostgresShop : IShop
{
    private const string Columns =
        "id, row_version, sku, name, description, price, stock, is_visible, category_id, added_at, changed_at";

    private const string FindProduct = $"select {Columns} from catalog_products where id = $1";

    private const string FirstPage =
        $"select {Columns} from catalog_products where category_id = $1 order by added_at desc, id desc limit $2";

    private const string NextPage =
        $"""
        select {Columns} from catalog_products where category_id = $1 and (added_at, id) < ($3, $4)
        order by added_at desc, id desc limit $2
        """;

    private const string FindOrder = "select row_version, number, status, remark, placed_at from ordering_orders where id = $1";

    private const string FindLines =
        """
        select l.id, p.sku, p.name, l.quantity, l.unit_price
        from ordering_order_lines l join catalog_products p on p.id = l.product_id
        where l.order_id = $1 order by l.position
        """;

    private const string Insert =
        $"""
        insert into catalog_products (id, sku, name, description, price, stock, is_visible, category_id, added_at, changed_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9) returning {Columns}
        """;

    private const string Update =
        $"""
        update catalog_products set sku = coalesce($3, sku), name = coalesce($4, name),
          description = case when $5 then $6 else description end, price = coalesce($7, price),
          stock = coalesce($8, stock), is_visible = coalesce($9, is_visible), category_id = coalesce($10, category_id),
          changed_at = $11, row_version = row_version + 1
        where id = $1 and row_version = $2 returning {Columns}
        """;

    private const string Exists = "select exists (select 1 from catalog_products where id = $1)";

    // One statement is one transaction: the stock, and what was told, or neither.
    private const string Take =
        $"""
        with taken as (
          update catalog_products set stock = stock - $2, changed_at = $3, row_version = row_version + 1
          where id = $1 and stock >= $2 returning {Columns}),
        told as (
          insert into by_hand_outbox (product_id, copies, told_at) select id, $2, $3 from taken)
        select {Columns} from taken
        """;

    private const string Handle =
        """
        with told as (
          delete from by_hand_outbox where id in (
            select id from by_hand_outbox order by id limit 64 for update skip locked)
          returning product_id, copies, told_at)
        insert into catalog_stock_movements (id, product_id, copies, taken_at)
        select gen_random_uuid(), product_id, copies, told_at from told
        """;

    private const string Outbox =
        """
        create table if not exists by_hand_outbox (
          id bigint generated always as identity primary key, product_id uuid not null, copies integer not null,
          told_at timestamptz not null)
        """;

    private readonly NpgsqlDataSource _source;

    public PostgresShop(string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection)
        {
            MaxAutoPrepare = 64,
            AutoPrepareMinUsages = 2,
            NoResetOnClose = true,
            Timezone = "UTC",
        };
        _source = NpgsqlDataSource.Create(settings);
        using var outbox = _source.CreateCommand(Outbox);
        outbox.ExecuteNonQuery();
    }

    public async ValueTask<long?> ReadProductAsync(Utf8JsonWriter json, Guid id)
    {
        await using var connection = await _source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(FindProduct, connection) { Parameters = { Of(id) } };
        await using var rows = await command.ExecuteReaderAsync();
        return await rows.ReadAsync() ? WriteProduct(json, rows) : null;
    }

    public async ValueTask ListProductsAsync(Utf8JsonWriter json, Guid category, PageEnd? after, int limit)
    {
        await using var connection = await _source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(after is null ? FirstPage : NextPage, connection)
        {
            Parameters = { Of(category), Of(limit + 1) },
        };
        if (after is { } end)
        {
            command.Parameters.Add(Of(DateTimeOffset.FromUnixTimeMilliseconds(end.AddedAt).UtcDateTime));
            command.Parameters.Add(Of(end.Id));
        }

        await using var rows = await command.ExecuteReaderAsync();
        var (count, last, next) = (0, default(PageEnd), (string?)null);
        json.WriteStartObject();
        json.WriteStartArray("items"u8);
        while (await rows.ReadAsync())
        {
            if (count++ == limit)
            {
                next = Cursor.Encode(last);
                break;
            }

            WriteProduct(json, rows);
            if (count == limit)
            {
                last = new(new DateTimeOffset(rows.GetDateTime(9)).ToUnixTimeMilliseconds(), rows.GetGuid(0));
            }
        }

        json.WriteEndArray();
        json.WriteString("next"u8, next);
        json.WriteEndObject();
    }

    public async ValueTask<long?> ReadOrderAsync(Utf8JsonWriter json, Guid id)
    {
        await using var connection = await _source.OpenConnectionAsync();
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new(FindOrder) { Parameters = { Of(id) } },
                new(FindLines) { Parameters = { Of(id) } },
            },
        };
        await using var rows = await batch.ExecuteReaderAsync();
        if (!await rows.ReadAsync())
        {
            return null;
        }

        var version = rows.GetInt64(0);
        json.WriteStartObject();
        json.WriteString("id"u8, id);
        json.WriteString("number"u8, rows.GetString(1));
        json.WriteString("status"u8, rows.GetString(2));
        json.WriteString("remark"u8, rows.IsDBNull(3) ? null : rows.GetString(3));
        json.WriteInstant("placedAt"u8, rows.GetDateTime(4));
        json.WriteStartArray("lines"u8);
        await rows.NextResultAsync();
        while (await rows.ReadAsync())
        {
            json.WriteStartObject();
            json.WriteString("id"u8, rows.GetGuid(0));
            json.WriteString("sku"u8, rows.GetString(1));
            json.WriteString("name"u8, rows.GetString(2));
            json.WriteNumber("quantity"u8, rows.GetInt32(3));
            json.WriteNumber("unitPrice"u8, rows.GetDecimal(4));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        return version;
    }

    public async ValueTask<WriteResult> CreateProductAsync(Utf8JsonWriter json, Guid id, ProductBody body, DateTimeOffset now)
    {
        await using var connection = await _source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(Insert, connection)
        {
            Parameters =
            {
                Of(id), Of(body.Sku), Of(body.Name), Of(body.Description), Of(body.Price ?? 0), Of(body.Stock ?? 0),
                Of(body.IsVisible ?? true), Of(body.Category ?? default), Of(now.UtcDateTime),
            },
        };
        return await WriteAsync(json, command) ?? throw new InvalidOperationException("Nothing was stored.");
    }

    public async ValueTask<WriteResult> UpdateProductAsync(
        Utf8JsonWriter json, Guid id, long version, ProductBody body, DateTimeOffset now)
    {
        await using var connection = await _source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(Update, connection)
        {
            Parameters =
            {
                Of(id), Of(version), Of(body.Sku), Of(body.Name), Of(body.HasDescription), Of(body.Description),
                OrNull(body.Price), OrNull(body.Stock), OrNull(body.IsVisible), OrNull(body.Category), Of(now.UtcDateTime),
            },
        };
        if (await WriteAsync(json, command) is { } result)
        {
            return result;
        }

        await using var exists = new NpgsqlCommand(Exists, connection) { Parameters = { Of(id) } };
        return new(0, await exists.ExecuteScalarAsync() is true ? Problem.Stale : Problem.NotFound);
    }

    public async ValueTask<WriteResult> TakeStockAsync(Utf8JsonWriter json, Guid id, int copies, DateTimeOffset now)
    {
        await using var connection = await _source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(Take, connection)
        {
            Parameters = { Of(id), Of(copies), Of(now.UtcDateTime) },
        };
        if (await WriteAsync(json, command) is { } result)
        {
            return result;
        }

        await using var exists = new NpgsqlCommand(Exists, connection) { Parameters = { Of(id) } };
        return new(0, await exists.ExecuteScalarAsync() is true ? Problem.SoldOut : Problem.NotFound);
    }

    public async ValueTask<bool> HandleAsync()
    {
        await using var connection = await _source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(Handle, connection);
        return await command.ExecuteNonQueryAsync() > 0;
    }

    public void Dispose() => _source.Dispose();

    private static async ValueTask<WriteResult?> WriteAsync(Utf8JsonWriter json, NpgsqlCommand command)
    {
        try
        {
            await using var rows = await command.ExecuteReaderAsync();
            return await rows.ReadAsync() ? new(WriteProduct(json, rows)) : null;
        }
        catch (PostgresException e) when (ProblemOf(e) is { } problem)
        {
            return new(0, problem);
        }
    }

    private static Problem? ProblemOf(PostgresException e) => e.ConstraintName switch
    {
        "catalog_products_sku_key" => Problem.SkuTaken,
        "catalog_products_category_id_fkey" => Problem.NoCategory,
        "catalog_products_priced_stock_check" => Problem.PricedStock,
        _ => null,
    };

    private static long WriteProduct(Utf8JsonWriter json, NpgsqlDataReader rows)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, rows.GetGuid(0));
        json.WriteString("sku"u8, rows.GetString(2));
        json.WriteString("name"u8, rows.GetString(3));
        json.WriteString("description"u8, rows.IsDBNull(4) ? null : rows.GetString(4));
        json.WriteNumber("price"u8, rows.GetDecimal(5));
        json.WriteNumber("stock"u8, rows.GetInt32(6));
        json.WriteBoolean("isVisible"u8, rows.GetBoolean(7));
        json.WriteString("category"u8, rows.GetGuid(8));
        json.WriteInstant("addedAt"u8, rows.GetDateTime(9));
        json.WriteInstant("changedAt"u8, rows.GetDateTime(10));
        json.WriteEndObject();
        return rows.GetInt64(1);
    }

    private static NpgsqlParameter<T> Of<T>(T value) => new() { TypedValue = value };

    private static NpgsqlParameter<string> Of(string? value) =>
        new() { TypedValue = value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text };

    private static NpgsqlParameter OrNull<T>(T? value) where T : struct => value is { } there
        ? Of(there)
        : new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = Of(default(T)).NpgsqlDbType };
}
