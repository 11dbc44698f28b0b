namespace Ashlar.Kernel;

/// <summary>What a commit makes of a token for the worker that has it.</summary>
internal enum Fate
{
    /// <summary>The worker goes on with it.</summary>
    Goes,

    /// <summary>It waits, and no worker has it.</summary>
    Parked,

    /// <summary>Nothing came of it yet: it goes on waiting.</summary>
    Idle,

    /// <summary>It was put off, and its time has not come.</summary>
    Early,

    /// <summary>It has ended.</summary>
    Ended,
}

/// <summary>Where a token stands after a commit.</summary>
internal sealed record Landing(Token Token, Fate Fate);
