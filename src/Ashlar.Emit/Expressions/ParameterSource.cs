namespace Ashlar.Emit.Expressions;

/// <summary>Where the value of a statement's parameter comes from.</summary>
internal enum ParameterSource
{
    /// <summary>The id of the principal who asks, or null.</summary>
    Caller,

    /// <summary>Whether the caller has the role of this name.</summary>
    Role,

    /// <summary>The moment of the request.</summary>
    Now,

    /// <summary>The day of the request in the system's zone.</summary>
    Today,

    /// <summary>The next number of a sequence, as text.</summary>
    Sequence,

    /// <summary>An input by name: the parameter of a filter, or what an operation adds itself.</summary>
    Input,
}
