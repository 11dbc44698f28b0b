namespace Ashlar.Core.Model.Binding;

/// <summary>Which fields of another module's entity may be named.</summary>
internal static class Visibility
{
    /// <summary>An entity that is not public at all is reported where it is named, not at each of its fields.</summary>
    public static bool CanSee(Site site, EntityElement entity, string field) =>
        site.SeesAll || entity.Site.Module == site.Module || entity.PublicFields is null || entity.PublicFields.Contains(field);
}
