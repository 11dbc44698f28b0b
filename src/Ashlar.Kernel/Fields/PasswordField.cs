namespace Ashlar.Kernel;

/// <summary>A password: long enough, not one of the well-known ones, and never shown.</summary>
public sealed class PasswordField : TextField
{
    /// <summary>A password of 8 to 128 characters.</summary>
    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    public PasswordField(string name) : base(name)
    {
        Min = 8;
        Max = 128;
    }

    private protected override Fault? Check(string value) => CommonPasswords.Contains(value)
        ? new("no-match", "This password is too easy to guess.")
        : null;
}
