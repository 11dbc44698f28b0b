using Ashlar.Core.Text;

namespace Ashlar.Core.Model;

/// <summary>Something that an account can be. Roles are visible to every module.</summary>
public sealed record Role(string Name, ValueList<string> GrantedBy, Origin Origin)
{
    public string Documentation { get; init; } = "";

    /// <summary>Whether only members make members, so that the last one has to stay.</summary>
    public bool IsGrantedByItself => GrantedBy.Contains(Name, StringComparer.Ordinal);
}
