namespace Ashlar.Core.Words;

/// <summary>An operation that an API offers on an entity.</summary>
public enum EndpointKind
{
    List,
    Read,
    Create,
    Update,
    Delete,
}
