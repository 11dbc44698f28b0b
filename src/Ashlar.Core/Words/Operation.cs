namespace Ashlar.Core.Words;

/// <summary>What an access rule grants.</summary>
public enum Operation
{
    Read,
    Create,
    Update,
    Delete,
}
