namespace Ashlar.Guard;

/// <summary>The properties of a finding, for whoever shows its parts apart.</summary>
public static class GuardParts
{
    /// <summary>What stands there.</summary>
    public const string Fact = "fact";

    /// <summary>Why it is refused.</summary>
    public const string Reason = "reason";

    /// <summary>What to write instead.</summary>
    public const string Instead = "instead";
}
