using System.Collections.Immutable;
using System.Text;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Plan;
using Ashlar.Core.Text;
using Ashlar.Emit.Migrations;
using Ashlar.Emit.Sql;
using Ashlar.Tool.Changing.Rules;
using Ashlar.Tool.Workspace;

namespace Ashlar.Tool.Changing;

/// <summary>
/// A system, what was applied to it, and the plan from there to its model. The plan is null where the model or the history does
/// not hold together.
/// </summary>
internal sealed record PlannedChange(CheckedSystem System, History History, ChangePlan? Plan)
{
    /// <summary>Findings of the model, of the history and of the plan.</summary>
    public ImmutableArray<Diagnostic> Findings { get; init; } = [];

    public bool HasErrors => Findings.Any(found => found.IsError);

    public int Number => (History.Last?.Number ?? 0) + 1;

    public string Base => History.Last?.Id ?? "";

    /// <summary>
    /// What the plan is known by: the plan before it, the model with all that is decided in it, and the version of this tool.
    /// </summary>
    public string Id => IdOf(Base, System.Files);

    /// <summary>What of the generated files differs; null where that cannot be said.</summary>
    public TouchedFiles? Touched => Plan is { } plan && History.Last is not null ? TouchedFiles.Of(plan) : null;

    /// <summary>What it does to databases; the first plan makes them, which is what the schema is for.</summary>
    public ImmutableArray<Migration> Migrations { get; init; } = [];

    /// <summary>What became of rows when the migration was tried; null where there is none.</summary>
    public LossLedger? Ledger { get; init; }

    public ImmutableArray<SourceFile> Shown => System.Files.AddRange(History.Shown);

    public static PlannedChange Of(SystemFolder folder)
    {
        var system = CheckedSystem.Of(folder);
        var history = History.Read(folder);
        if (system.Compilation is not { HasErrors: false } after || history.Problems.Any(found => found.IsError))
        {
            return new PlannedChange(system, history, null) { Findings = [.. system.Findings, .. history.Problems] };
        }

        var before = history.Applied(after.Model.Name);
        if (before.HasErrors && history.Last is { } broken)
        {
            return new PlannedChange(system, history, null) { Findings = [.. system.Findings, BrokenHistory.Model(broken)] };
        }

        var plan = ChangePlan.Of(before, after);
        var missing = history.Last is null ? null : history.MissingIdentity(plan.Pairs);
        return new PlannedChange(system, history, plan)
        {
            Findings =
            [
                .. system.Findings, .. plan.Findings, .. missing is null ? ImmutableArray<Diagnostic>.Empty : [missing],
                .. history.Last is null || plan.HasErrors ? [] : MigrationFiles.Questions(plan.Pairs).Select(UnknownMigration.Of),
            ],
        };
    }

    /// <summary>With its migrations, and what became of rows when they were tried.</summary>
    public PlannedChange Tried()
    {
        if (Plan is not { } plan || HasErrors || History.Last is null)
        {
            return this;
        }

        ImmutableArray<Migration> migrations = [.. MigrationFiles.Migrations(plan.Pairs, Number)];
        var ledger = migrations.FirstOrDefault(migration => migration.Dialect == Dialect.Sqlite) is { } sqlite
            ? ScratchDatabase.Try(MigrationTrial.Of(plan.Pairs, Number), sqlite)
            : null;
        return this with
        {
            Migrations = migrations,
            Ledger = ledger,
            Findings = ledger is null ? Findings : [.. Findings, .. UnprovenMigration.Of(ledger)],
        };
    }

    public static string IdOf(string previous, IEnumerable<SourceFile> model)
    {
        var text = new StringBuilder(previous).Append('\0').Append(ToolVersion.Text).Append('\0');
        foreach (var file in model)
        {
            text.Append(file.Path).Append('\0').Append(file.Text.ReplaceLineEndings("\n")).Append('\0');
        }

        return ContentHash.Of(text.ToString())[..16];
    }
}
