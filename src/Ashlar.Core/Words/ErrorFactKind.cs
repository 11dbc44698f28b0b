namespace Ashlar.Core.Words;

/// <summary>What a refusal says of itself.</summary>
public enum ErrorFactKind
{
    /// <summary>The stable code.</summary>
    Code,

    /// <summary>One sentence for people.</summary>
    Message,

    /// <summary>The status of HTTP.</summary>
    Status,
}
