namespace Ashlar.Kernel;

/// <summary>The kinds of value that a statement takes and a row gives.</summary>
public enum ValueKind
{
    /// <summary>Text, also the name of an enum member or a state.</summary>
    Text,

    /// <summary>A whole number of 32 bits.</summary>
    Int,

    /// <summary>A whole number of 64 bits.</summary>
    Long,

    /// <summary>An exact decimal number with a fixed scale.</summary>
    Decimal,

    /// <summary>True or false.</summary>
    Bool,

    /// <summary>A day of the calendar.</summary>
    Date,

    /// <summary>A time of day, to the millisecond.</summary>
    Time,

    /// <summary>A moment in UTC, to the millisecond.</summary>
    Instant,

    /// <summary>A length of time, to the millisecond.</summary>
    Duration,

    /// <summary>An identifier.</summary>
    Uuid,

    /// <summary>A JSON document.</summary>
    Json,

    /// <summary>Bytes.</summary>
    Bytes,

    /// <summary>A list of identifiers.</summary>
    Uuids,
}
