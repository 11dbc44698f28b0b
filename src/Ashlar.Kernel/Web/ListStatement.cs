using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Ashlar.Kernel;

/// <summary>
/// The query of a list, put together from fixed pieces: the filters that have a value, the place where the last page
/// ended, and the order. Filter <c>i</c> uses parameter <c>$i</c>; the parameters of the access rule follow the filters.
/// </summary>
public sealed class ListStatement
{
    // More combinations than any client uses; what is beyond is put together again each time.
    private const int MaxKept = 256;

    private readonly ConcurrentDictionary<(ulong Filters, string Sort, bool? After), Statement> _statements = new();

    /// <summary>The columns, for example <c>b.id, b.title</c>.</summary>
    public required Sql Select { get; init; }

    /// <summary>The tables, for example <c>catalog_books b</c>.</summary>
    public required Sql From { get; init; }

    /// <summary>The access rule, when there is one.</summary>
    public Sql Where { get; init; } = "true";

    /// <summary>The column that makes the order total.</summary>
    public required string Id { get; init; }

    /// <summary>The filters, at most 64.</summary>
    public IReadOnlyList<Sql> Filters { get; init; } = [];

    /// <summary>The orders to choose from. Without a choice rows come in the order of their creation.</summary>
    public IReadOnlyList<Sort> Sorts { get; init; } = [];

    /// <summary>The order of a request that chooses none; without it rows come in the order of their creation.</summary>
    public Sort? Order { get; init; }

    /// <summary>Whether that order is descending.</summary>
    public bool IsOrderDescending { get; init; }

    /// <summary>Whether pages are found by counting rows.</summary>
    public bool IsByOffset { get; init; }

    /// <summary>Whether every page says how many rows there are on all of them.</summary>
    public bool HasTotal { get; init; }

    /// <summary>How many rows a page has when the caller does not say.</summary>
    public int PageSize { get; init; } = 20;

    /// <summary>How many rows a page has at most.</summary>
    public int MaxPageSize { get; init; } = 100;

    /// <summary>Reads one page.</summary>
    public ValueTask<Page<T>> QueryAsync<T>(
        Session session, PageRequest page, Func<Rows, T> read, ReadOnlySpan<Value> filters, params ReadOnlySpan<Value> access)
        where T : IShape
    {
        var mask = 0UL;
        for (var i = 0; i < filters.Length; i++)
        {
            mask |= filters[i].IsNull ? 0 : 1UL << i;
        }

        bool? after = page.After is null ? null : !page.After.Key.IsNull;
        var count = filters.Length + access.Length;
        Value key = page.After?.Key ?? default;
        ReadOnlySpan<Value> values = page switch
        {
            { After: { } cursor } => [.. filters, .. access, page.Limit + 1, cursor.Id, key],
            { Offset: { } offset } => [.. filters, .. access, page.Limit, offset],
            _ => [.. filters, .. access, page.Limit + 1],
        };
        var statement = StatementFor(page, mask, after, count);
        return HasTotal
            ? CountAndReadAsync(session, CountFor(mask), [.. filters, .. access], statement, values.ToArray(), page, read)
            : ReadAsync(session.QueryAsync(statement, values), page, read);
    }

    private static async ValueTask<Page<T>> CountAndReadAsync<T>(
        Session session, Statement count, Value[] counted, Statement statement, Value[] values, PageRequest page,
        Func<Rows, T> read)
        where T : IShape
    {
        long total;
        await using (var rows = await session.QueryAsync(count, counted))
        {
            total = await rows.NextAsync() ? rows.Long(0) : 0;
        }

        return await ReadAsync(session.QueryAsync(statement, values), page, read) with { Total = total };
    }

    private static async ValueTask<Page<T>> ReadAsync<T>(ValueTask<Rows> query, PageRequest page, Func<Rows, T> read)
        where T : IShape
    {
        await using var rows = await query;
        var items = new List<T>(page.Limit);
        Cursor? last = null;
        while (await rows.NextAsync())
        {
            if (items.Count == page.Limit)
            {
                return new(items, last?.Encode());
            }

            items.Add(read(rows));
            if (items.Count == page.Limit)
            {
                last = page.Offset is null ? CursorAt(rows, page) : null;
            }
        }

        return new(items, Next: null);
    }

    private static Cursor CursorAt(Rows rows, PageRequest page)
    {
        var id = rows.Uuid(rows.Columns - 1);
        var key = page.Sort is { } sort
            ? ValueText.Read(rows, rows.Columns - 2, sort.Kind, sort.Scale)
            : id;
        return new(page.SortText, key, id);
    }

    private Statement StatementFor(PageRequest page, ulong mask, bool? after, int count)
    {
        return Kept((mask, page.SortText, after), () => new Statement(
            Compose(page, mask, after, count, sql => sql.Postgres),
            Compose(page, mask, after, count, sql => sql.Sqlite)));
    }

    private Statement Kept((ulong Filters, string Sort, bool? After) key, Func<Statement> compose)
    {
        if (_statements.TryGetValue(key, out var known))
        {
            return known;
        }

        var statement = compose();
        if (_statements.Count < MaxKept)
        {
            _statements.TryAdd(key, statement);
        }

        return statement;
    }

    // Its sort is no name that a request can have.
    private Statement CountFor(ulong mask) => Kept((mask, "\n", null), () => new Statement(
        Count(mask, sql => sql.Postgres),
        Count(mask, sql => sql.Sqlite)));

    private string Count(ulong mask, Func<Sql, string> dialect)
    {
        var sql = new StringBuilder();
        sql.Append(CultureInfo.InvariantCulture, $"select count(*)\nfrom {dialect(From)}\nwhere {dialect(Where)}");
        AppendFilters(sql, mask, dialect);
        return sql.ToString();
    }

    private void AppendFilters(StringBuilder sql, ulong mask, Func<Sql, string> dialect)
    {
        for (var i = 0; i < Filters.Count; i++)
        {
            if ((mask & (1UL << i)) != 0)
            {
                sql.Append("\n  and ").Append(dialect(Filters[i]));
            }
        }
    }

    private string Compose(PageRequest page, ulong mask, bool? after, int count, Func<Sql, string> dialect)
    {
        var key = page.Sort is { } sort ? dialect(sort.Column) : Id;
        var sql = new StringBuilder();
        sql.Append(CultureInfo.InvariantCulture, $"select {dialect(Select)}, {key}, {Id}\n");
        sql.Append(CultureInfo.InvariantCulture, $"from {dialect(From)}\nwhere {dialect(Where)}");
        AppendFilters(sql, mask, dialect);
        if (after is { } hasKey)
        {
            sql.Append("\n  and ").Append(Keyset(page, key, hasKey, $"${count + 2}", $"${count + 3}"));
        }

        var direction = page.IsDescending ? "desc" : "asc";
        var nulls = page.Sort is { IsOptional: true } ? page.IsDescending ? " nulls first" : " nulls last" : "";
        sql.Append(CultureInfo.InvariantCulture, $"\norder by {key} {direction}{nulls}");
        if (page.Sort is not null)
        {
            sql.Append(CultureInfo.InvariantCulture, $", {Id} {direction}");
        }

        sql.Append(CultureInfo.InvariantCulture, $"\nlimit ${count + 1}");
        return IsByOffset ? sql.Append(CultureInfo.InvariantCulture, $" offset ${count + 2}").ToString() : sql.ToString();
    }

    private string Keyset(PageRequest page, string column, bool hasKey, string id, string key)
    {
        var sign = page.IsDescending ? "<" : ">";
        if (page.Sort is not { } sort)
        {
            return $"{Id} {sign} {id}";
        }

        var rest = $"({column}, {Id}) {sign} ({key}, {id})";
        return (sort.IsOptional, hasKey, page.IsDescending) switch
        {
            (false, _, _) or (true, true, true) => rest,
            (true, true, false) => $"({rest} or {column} is null)",
            (true, false, true) => $"({column} is not null or {Id} < {id})",
            (true, false, false) => $"({column} is null and {Id} > {id})",
        };
    }
}
