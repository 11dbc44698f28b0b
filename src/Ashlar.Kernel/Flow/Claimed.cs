namespace Ashlar.Kernel;

/// <summary>A token that this process alone may move.</summary>
/// <param name="Token">The token.</param>
/// <param name="Stamp">The stamp of its row in the queue, as long as nobody else has touched it.</param>
internal sealed record Claimed(Token Token, long Stamp);
