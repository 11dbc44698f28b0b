using Ashlar.Emit.Sql;
using static Ashlar.Emit.Sql.SqlNames;

namespace Ashlar.Emit.Migrations;

/// <summary>
/// Rows that break a rule over lists, before anything is changed: the query of the rule reads, under the names of the new
/// tables, the old rows as they will be.
/// </summary>
internal sealed class ListCheckProofs(MigrationSchemas schemas)
{
    private readonly SchemaContext _context = new(schemas.After.Model, schemas.After.Dialect);

    private bool IsSqlite => schemas.After.Dialect == Dialect.Sqlite;

    public IEnumerable<MigrationProof> All() => schemas.Pairs.Where(pair => pair.New.List is null).SelectMany(Of);

    private IEnumerable<MigrationProof> Of(TablePair pair)
    {
        var table = EntityTable.Of(schemas.After.Model, pair.New.Entity);
        foreach (var check in EntityConstraints.Of(schemas.After.Model, table).OfType<ListCheck>())
        {
            var query = ListCheckWriter.BrokenRows(_context, table, check);
            if (!IsHeld(query))
            {
                yield return new(check.Element, "breaks the rule",
                    $"with {string.Join(",\n", Tables(query))}\n"
                    + $"select cast(broken.id as text) from (\n{query}\n) as broken {MigrationProofs.Bound}");
            }
        }
    }

    /// <summary>The old schema asks the same, and no row of what it reads is another one.</summary>
    private bool IsHeld(string query) => schemas.Before.Code.Any(code => code.Contains(query, StringComparison.Ordinal))
        && schemas.Pairs.Where(pair => IsRead(query, pair.New)).All(pair => !pair.IsTouched);

    private IEnumerable<string> Tables(string query)
    {
        var read = schemas.Pairs.Where(pair => IsRead(query, pair.New)).ToArray();
        return read.Select(pair => $"{Quote(Old(pair.Old))} as (select * from {Whole(pair.Old.Name)})")
            .Concat(read.Select(pair => (pair.New.Name, Rows: MigrationProofs.RowsOf(pair, Quote(Old(pair.Old)))))
                .Select(table => $"{Quote(table.Name)} as (select * from {table.Rows})"))
            .Concat(schemas.Added.Where(table => IsRead(query, table)).Select(Empty));
    }

    private static bool IsRead(string query, SchemaTable table) => RenamedText.Mentions(query, table.Name);

    private static string Old(SchemaTable table) => Fit($"old_{table.Name}");

    // The names of the new tables hide the old ones from everything but a name with its schema.
    private string Whole(string table) => $"{(IsSqlite ? "main" : "public")}.{Quote(table)}";

    private static string Empty(SchemaTable table)
    {
        var columns = table.Columns
            .Where(column => column.Name is not (SearchWriter.Words or "row_key"))
            .Select(column => $"{MigrationProofs.NullOf(column)} as {Quote(column.Name)}");
        return $"{Quote(table.Name)} as (select {string.Join(", ", columns)} where false)";
    }
}
