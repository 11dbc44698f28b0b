namespace Ashlar.Kernel;

/// <summary>Something that an account can be.</summary>
/// <param name="Name">The name in the model.</param>
/// <param name="GrantedBy">The roles whose members may grant it and take it.</param>
public sealed record Role(string Name, params IReadOnlyList<string> GrantedBy)
{
    /// <summary>Whether only members can make members, so that the first one needs the token of the installation.</summary>
    public bool IsGrantedByItself => GrantedBy.Contains(Name);
}
