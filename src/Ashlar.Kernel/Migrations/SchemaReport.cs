namespace Ashlar.Kernel;

/// <summary>What a database holds, compared with what the program needs.</summary>
internal enum SchemaState
{
    Empty,
    Current,

    /// <summary>The program has the migrations that lead from what is there to what it needs.</summary>
    Pending,
    Other,
}

/// <summary>The state, why it is so, and the migrations that lead on.</summary>
internal sealed record SchemaReport(SchemaState State, string Reason)
{
    public IReadOnlyList<MigrationFile> Pending { get; init; } = [];
}
