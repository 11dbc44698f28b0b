namespace Ashlar.Kernel;

/// <summary>The failures of an outside call that no model names.</summary>
public static class CallFailure
{
    /// <summary>All attempts are used up.</summary>
    public const string Failed = "failed";

    /// <summary>What the call would be given breaks a bound.</summary>
    public const string OutOfRange = "out-of-range";

    /// <summary>Nobody knows whether it was done, and it must not be tried again.</summary>
    public const string Unknown = "unknown";
}
