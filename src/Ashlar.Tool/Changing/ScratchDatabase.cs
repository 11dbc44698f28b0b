using Ashlar.Emit.Migrations;
using Ashlar.Kernel;
using Microsoft.Data.Sqlite;

namespace Ashlar.Tool.Changing;

/// <summary>A SQLite database in memory on which a migration is tried before anybody applies it.</summary>
internal sealed class ScratchDatabase : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    private ScratchDatabase()
    {
        _connection.Open();
        SqliteFunctions.Register(_connection);
    }

    public void Dispose() => _connection.Dispose();

    /// <summary>
    /// Runs the migration over rows with tokens, and over a single row in each table where rows stand in each other's way: a
    /// unique field that is filled with one value for all.
    /// </summary>
    public static LossLedger Try(MigrationTrial trial, Migration migration)
    {
        using var scratch = new ScratchDatabase();
        var ledger = scratch.Run(trial, trial.Rows, migration);
        if (ledger is { Failure: null })
        {
            return ledger;
        }

        using var single = new ScratchDatabase();
        return single.Run(trial, trial.SingleRows, migration);
    }

    private LossLedger Run(MigrationTrial trial, IEnumerable<string> rows, Migration migration)
    {
        Fill(trial, rows);
        var before = trial.Columns.Select(column => Read(column.Before)).ToArray();
        var ledger = new LossLedger(before.Sum(values => values.Count));
        return Migrate(migration) is { } failure
            ? ledger with { Failure = failure }
            : ledger with { Lost = [.. trial.Columns.Zip(before, Compare).OfType<LostValues>()] };
    }

    /// <summary>
    /// Tokens keep to no rule: checks are off, references are not enforced, and triggers stand aside until the rows are in.
    /// </summary>
    private void Fill(MigrationTrial trial, IEnumerable<string> rows)
    {
        Execute("pragma foreign_keys = off; pragma ignore_check_constraints = on;");
        Execute(KernelTables.SqliteSchema + EventTables.SqliteSchema + FlowTables.SqliteSchema);
        Execute(trial.Schema);
        if (trial.Principal.Length > 0)
        {
            Execute(KernelTables.SqliteIdentity(trial.Principal));
        }

        var triggers = Read("select name, sql from sqlite_schema where type = 'trigger'");
        triggers.Keys.ToList().ForEach(name => Execute($"drop trigger \"{name}\";"));
        foreach (var row in rows)
        {
            Execute(row);
        }

        triggers.Values.ToList().ForEach(Execute);
    }

    /// <summary>Null where every statement ran; proofs are asked too, but tokens may break what they look for.</summary>
    private string? Migrate(Migration migration)
    {
        foreach (var proof in migration.Proofs)
        {
            if (Failure(proof.Query) is { } problem)
            {
                return $"the proof of `{proof.Element}` does not run: {problem}";
            }
        }

        foreach (var (step, i) in migration.Steps.Select((step, i) => (step, i + 1)))
        {
            var problem = Failure(step.Sql)
                ?? step.Checks.Select(check => Failure(check.Query)).FirstOrDefault(found => found is not null);
            if (problem is not null)
            {
                return $"step {i} (`{step.Purpose}`) does not run: {problem}";
            }
        }

        return null;
    }

    private string? Failure(string sql)
    {
        try
        {
            Execute(sql);
            return null;
        }
        catch (SqliteException e)
        {
            return e.Message;
        }
    }

    private LostValues? Compare(TrialColumn column, IReadOnlyDictionary<string, string> before)
    {
        var after = column.After.Length == 0 ? new Dictionary<string, string>() : Read(column.After);
        var stayed = before.Where(value => after.ContainsKey(value.Key)).ToList();
        var kept = column.IsRewritten
            ? stayed.GroupBy(value => after[value.Key]).Where(same => same.DistinctBy(value => value.Value).Count() == 1)
                .Sum(same => same.Count())
            : stayed.Count(value => after[value.Key] == value.Value);
        if (kept == before.Count)
        {
            return null;
        }

        var aside = column.Aside.Length == 0 ? new Dictionary<string, string>() : Read(column.Aside);
        var putAside = before.Count(value => aside.TryGetValue(value.Key, out var found) && found == value.Value);
        return new LostValues(column.Element, before.Count - kept, putAside, column.Because)
        {
            IsReplaced = column.IsRewritten,
        };
    }


    private Dictionary<string, string> Read(string query)
    {
        using var command = Command(query);
        using var rows = command.ExecuteReader();
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        while (rows.Read())
        {
            found.Add(rows.GetString(0), rows.GetString(1));
        }

        return found;
    }

    private void Execute(string sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
