namespace Ashlar.Core.Words;

/// <summary>How callers prove who they are.</summary>
public enum SignInKind
{
    Password,
    Issuer,
}
