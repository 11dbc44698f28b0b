using System.Globalization;
using System.Text;
using Ashlar.Emit.Migrations;
using Ashlar.Emit.Sql;

namespace Ashlar.Tool.Changing;

/// <summary>What migrations do, step by step, for a person who reads no SQL.</summary>
internal static class MigrationSentences
{
    public static string Of(PlannedChange planned)
    {
        var migrations = planned.Migrations;
        if (migrations.IsEmpty)
        {
            return "";
        }

        var text = new StringBuilder("\nmigration: what happens to a database with rows in it\n");
        AddProofs(text, migrations.SelectMany(migration => migration.Proofs));
        foreach (var migration in migrations)
        {
            AddSteps(text, migration);
        }

        if (planned.Ledger is { Failure: null } ledger)
        {
            AddLedger(text, ledger);
        }

        return text.ToString();
    }

    private static void AddLedger(StringBuilder text, LossLedger ledger)
    {
        var stay = ledger.Values - ledger.Lost.Sum(lost => lost.Count);
        text.Append(CultureInfo.InvariantCulture, $"  tried on a database of its own: {stay} of {ledger.Values} values stay\n");
        foreach (var lost in ledger.Lost)
        {
            var kept = lost.PutAside == lost.Count ? "all of them put aside"
                : lost.PutAside > 0 ? $"{lost.PutAside} of them put aside"
                : "none of them kept";
            text.Append(
                CultureInfo.InvariantCulture, $"    {lost.Count} of `{lost.Element}` {Fate(lost)}, {kept}: {Reason(lost)}\n");
        }
    }

    private static string Fate(LostValues lost) => lost.IsReplaced ? "become others" : "go";

    private static string Reason(LostValues lost) => lost.Because.Length > 0 ? lost.Because : "no decision says so";

    private static void AddProofs(StringBuilder text, IEnumerable<MigrationProof> proofs)
    {
        var groups = proofs.GroupBy(proof => proof.Problem, proof => $"`{proof.Element}`").ToArray();
        if (groups.Length == 0)
        {
            return;
        }

        text.Append("  first, rows that stand in the way are looked for; where there is one, nothing is changed:\n");
        foreach (var group in groups)
        {
            text.Append(CultureInfo.InvariantCulture, $"    {group.Key}: {string.Join(", ", group.Distinct())}\n");
        }
    }

    private static void AddSteps(StringBuilder text, Migration migration)
    {
        text.Append(migration.Dialect == Dialect.Sqlite
            ? "  on SQLite, in one transaction; others read what was, and nobody writes before it ends:\n"
            : "  on PostgreSQL, step by step; a migration that was stopped goes on behind the last one that was done:\n");
        foreach (var step in migration.Steps)
        {
            var effect = StepEffect.Of(step, migration.Dialect);
            text.Append(CultureInfo.InvariantCulture, $"    {step.Recipe,-4} {step.Purpose}");
            text.Append(effect.Length == 0 ? "\n" : $": {effect}\n");
        }

        foreach (var aside in migration.PutAside)
        {
            text.Append(CultureInfo.InvariantCulture, $"    kept `{aside.Was}` as `{aside.Name}`, until somebody drops it\n");
        }
    }
}
