using Ashlar.Core.Text;
using Ashlar.Emit.Sql;

namespace Ashlar.Emit.Migrations;

/// <summary>
/// How the database of one model becomes that of the next, on one kind of database. Nothing is changed before every proof
/// has returned no row. With questions it is not complete, and nobody may run it.
/// </summary>
public sealed record Migration(string System, int Number, Dialect Dialect)
{
    /// <summary>The hash of the schema that it begins with, see <see cref="SchemaHash"/>.</summary>
    public required string From { get; init; }

    /// <summary>The hash of the schema that it ends with.</summary>
    public required string To { get; init; }

    /// <summary>What has to be true of the rows that are there.</summary>
    public ValueList<MigrationProof> Proofs { get; init; } = [];

    public ValueList<MigrationStep> Steps { get; init; } = [];

    /// <summary>What is no longer part of the model, and under which name it stays until somebody drops it.</summary>
    public ValueList<PutAside> PutAside { get; init; } = [];

    /// <summary>What only the author can say; a decision in the model answers each.</summary>
    public ValueList<MigrationQuestion> Questions { get; init; } = [];

    public bool IsComplete => Questions.IsEmpty;
}

/// <summary>A query for rows that stand in the way, as texts that tell which: it has to find none.</summary>
public sealed record MigrationProof(string Element, string Problem, string Query);

/// <summary>A table or a column that stays under another name, both as they are called in the database.</summary>
public sealed record PutAside(string Was, string Name);

/// <summary>What a step runs in.</summary>
public enum StepMode
{
    /// <summary>One transaction, with the note that it is done.</summary>
    Transaction,

    /// <summary>
    /// An index that is made while others write, outside of a transaction. One that was left broken is made again.
    /// </summary>
    Index,

    /// <summary>No transaction; running it twice does no harm.</summary>
    Outside,

    /// <summary>
    /// One transaction for each batch of rows: the statement takes the last key as `$1` and gives the next one.
    /// </summary>
    Batches,

    /// <summary>
    /// One transaction that carries instances of a workflow over to a version. The program runs it again where a process of an
    /// older build has begun instances since.
    /// </summary>
    Carry,
}

/// <summary>One step. <paramref name="Recipe"/> is its code in docs/migrations.md.</summary>
public sealed record MigrationStep(string Recipe, StepMode Mode, string Purpose, string Sql)
{
    /// <summary>
    /// The index that a step of that mode makes, the table that batches go over, or the old and the new name of the workflow.
    /// </summary>
    public string Object { get; init; } = "";

    /// <summary>The table whose number of rows says how long the step takes; empty where that says nothing.</summary>
    public string Table { get; init; } = "";

    /// <summary>The table is written anew, and nobody reads or writes it meanwhile.</summary>
    public bool IsRewrite { get; init; }

    /// <summary>Every row is read, while others go on reading and writing.</summary>
    public bool IsScan { get; init; }

    /// <summary>Every row is read, and nobody reads or writes the table meanwhile.</summary>
    public bool IsHeld { get; init; }

    /// <summary>Queries that have to find no row after the step, and in its transaction.</summary>
    public ValueList<MigrationProof> Checks { get; init; } = [];
}

/// <summary>What a migration cannot decide: a code of docs/migrations.md, the element, and the question.</summary>
public sealed record MigrationQuestion(string Code, string Element, string Text)
{
    /// <summary>What the author can do instead.</summary>
    public string Way { get; init; } = "take two plans: one that adds the new beside the old, and one that drops the old";
}
