namespace Ashlar.Core.Words;

/// <summary>Whom an access rule grants it to.</summary>
public enum AudienceKind
{
    Anyone,
    SignedIn,
    Roles,
}
