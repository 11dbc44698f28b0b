using Ashlar.Core.Model;

namespace Ashlar.Core.Analysis.Access;

/// <summary>
/// People whom a read rule shows rows, but who may not read a field that is used on the way: never, or not in all of
/// those rows.
/// </summary>
internal sealed record Gap(Audience Group, AccessRule Rule, Entity Entity, string Field, bool IsSometimes)
{
    /// <summary>The field is one of the row itself, not of a row that it refers to.</summary>
    public bool IsOwn { get; init; }

    public string Who => Group.Describe();

    public string HowFar => IsSometimes ? "who may not read it in all of those rows" : "who may not read it";
}
