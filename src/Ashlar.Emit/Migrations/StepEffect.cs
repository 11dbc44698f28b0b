using Ashlar.Emit.Sql;

namespace Ashlar.Emit.Migrations;

/// <summary>What a step of a migration means for those who use the database meanwhile, for a person who reads no SQL.</summary>
public static class StepEffect
{
    /// <summary>A part of a sentence; on SQLite all steps are one transaction, for whose whole time nobody else writes.</summary>
    public static string Of(MigrationStep step, Dialect dialect) => (step, dialect) switch
    {
        ({ IsRewrite: true }, Dialect.Sqlite) => $"copies every row of `{step.Table}`",
        (_, Dialect.Sqlite) => "",
        ({ IsRewrite: true }, _) => $"writes every row of `{step.Table}` anew; whoever reads or writes it waits",
        ({ IsHeld: true, Table: "" }, _) => "looks for rows that break rules over lists; whoever writes these tables waits",
        ({ IsHeld: true }, _) => $"reads every row of `{step.Table}`; whoever reads or writes it waits",
        ({ IsScan: true }, _) => $"reads every row of `{step.Table}`; nobody waits",
        ({ Mode: StepMode.Batches }, _) =>
            $"writes every row of `{step.Table}`, 2,000 at a time; whoever writes one of them waits for its batch",
        ({ Mode: StepMode.Carry }, _) => "instances that have not ended stand still meanwhile",
        ({ Mode: StepMode.Transaction, Checks.IsEmpty: true }, _) => "others wait for milliseconds",
        _ => "nobody waits",
    };
}
