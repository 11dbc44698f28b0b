namespace Ashlar.Kernel;

/// <summary>The failures of an outside call that no model names.</summary>
public static class CallFailure
{
    /// <summary>All attempts are used up.</summary>
    public const string Failed = "failed";

    /// <summary>Nobody knows whether it was done, and it must not be tried again.</summary>
    public const string Unknown = "unknown";
}
