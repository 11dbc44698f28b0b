namespace Ashlar.Core.Diagnostics;

/// <summary>Whether a fix may be applied unseen.</summary>
public enum FixSafety
{
    /// <summary>Meaning is kept, or the text did not compile before.</summary>
    Safe,

    /// <summary>Behaviour, data or callers change: a person decides.</summary>
    Unsafe,

    /// <summary>One of several readings, of which only the author knows the right one: no command applies it.</summary>
    Choice,
}
