namespace Ashlar.Emit.Entities;

/// <summary>Where a field of a created row gets its value from.</summary>
internal enum CreationSource
{
    /// <summary>From the request, or its constant default.</summary>
    Body,

    /// <summary>From the request, or else an expression that the database evaluates.</summary>
    BodyOrDatabase,

    /// <summary>A constant, the moment or the caller.</summary>
    Default,

    /// <summary>An expression that the database evaluates.</summary>
    Database,

    /// <summary>The next number of a sequence.</summary>
    Sequence,

    /// <summary>The first initial state.</summary>
    Initial,

    /// <summary>It stays empty.</summary>
    Nothing,
}
