using Ashlar.Core.Text;

namespace Ashlar.Core.Plan;

/// <summary>
/// A new element that may be an old one, and what speaks for it. <paramref name="WasAt"/> is where `was` would be written.
/// </summary>
internal sealed record RenameCandidate(ElementPath Path, Origin Place, int WasAt, int Score, string Evidence);
