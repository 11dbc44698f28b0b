namespace Ashlar.Kernel;

/// <summary>What kind of constraint a statement broke.</summary>
public enum ViolationKind
{
    /// <summary>Another row has the value.</summary>
    Unique,

    /// <summary>A rule on the row itself.</summary>
    Check,

    /// <summary>The row that is referred to does not exist.</summary>
    Missing,

    /// <summary>Other rows refer to the row.</summary>
    InUse,

    /// <summary>A row overlaps another one.</summary>
    Exclusive,

    /// <summary>A value is required.</summary>
    Null,
}

/// <summary>The database refused a statement because of a constraint. The pipeline turns it into a refusal.</summary>
public sealed class ConstraintViolationException : Exception
{
    internal ConstraintViolationException(ViolationKind kind, string constraint, Exception cause)
        : base($"The constraint {constraint} is broken.", cause)
    {
        Kind = kind;
        Constraint = constraint;
    }

    /// <summary>What kind of constraint it is.</summary>
    public ViolationKind Kind { get; }

    /// <summary>The name of the constraint in the schema, or empty when the database does not say.</summary>
    public string Constraint { get; }
}
