using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>
/// Finds what a written name means at its place. Whatever is found is returned even when it may not be used there: the
/// one finding says so, and what stands around it is still checked.
/// </summary>
internal static class Lookup
{
    public static T? Find<T>(Site site, QualifiedNameSyntax name, Wanted wanted)
        where T : Element
    {
        if (name.Name.IsMissing)
        {
            return null;
        }

        return (name.Qualifier is null ? FindBare(site, name, wanted) : FindQualified(site, name, name.Qualifier, wanted)) as T;
    }

    /// <summary>An element of another module is named here as it has to be, so that nothing is reported of its name.</summary>
    public static bool IsSeen(Site site, QualifiedNameSyntax name, Element found) =>
        name.Qualifier is not null && found.IsPublic && site.Module.Uses.Contains(found.Name.Module);

    /// <summary>The role of a name; roles belong to no module.</summary>
    public static string? FindRole(Site site, NameSyntax name)
    {
        if (name.IsMissing || site.Names.Roles.ContainsKey(name.Text))
        {
            return name.IsMissing ? null : name.Text;
        }

        site.Add(UnknownRole.At(site.At(name), name.Text, site.Names.Roles.Keys));
        return null;
    }

    private static Element? FindBare(Site site, QualifiedNameSyntax name, Wanted wanted)
    {
        if (site.Module.Elements.TryGetValue(name.Name.Text, out var own) && wanted.Accepts(own))
        {
            return own;
        }

        var others = site.Names.NamedLike(name.Name.Text).Where(wanted.Accepts).ToList();
        if (others.Count == 1)
        {
            return site.SeesAll ? others[0] : Elsewhere(site, name, others[0]);
        }

        if (others.Count > 1)
        {
            site.Add(UnqualifiedName.Ambiguous(site.At(name), name.Name.Text, others.Select(other => other.Name)));
            return others[0];
        }

        return Unknown(site, name, wanted, own ?? (site.Names.NamedLike(name.Name.Text) is [var other, ..] ? other : null));
    }

    private static Element? FindQualified(Site site, QualifiedNameSyntax name, NameSyntax qualifier, Wanted wanted)
    {
        if (!site.Names.Modules.TryGetValue(qualifier.Text, out var module))
        {
            site.Add(UnknownModule.At(site.At(qualifier), qualifier.Text, site.Names.Modules.Keys));
            return null;
        }

        if (!module.Elements.TryGetValue(name.Name.Text, out var found) || !wanted.Accepts(found))
        {
            var names = module.Elements.Values.Where(wanted.Accepts).Select(element => element.Name.Name);
            site.Add(wanted.Unknown(site.At(name.Name), name.ToString(), names));
            return null;
        }

        return site.SeesAll || module == site.Module ? found : AsSeenFromOutside(site, name, found);
    }

    /// <summary>A bare name of another module: it needs its module's name, unless it may not be used anyway.</summary>
    private static Element Elsewhere(Site site, QualifiedNameSyntax name, Element found)
    {
        if (site.Module.Uses.Contains(found.Name.Module) && found.IsPublic)
        {
            site.Add(UnqualifiedName.At(site.At(name), found.Name));
            return found;
        }

        return AsSeenFromOutside(site, name, found);
    }

    private static Element AsSeenFromOutside(Site site, QualifiedNameSyntax name, Element found)
    {
        if (!found.IsPublic)
        {
            site.Add(NotPublic.At(site.At(name), found));
        }
        else if (!site.Module.Uses.Contains(found.Name.Module))
        {
            site.Add(ModuleNotUsed.At(site, name, found.Name));
        }

        return found;
    }

    private static Element? Unknown(Site site, QualifiedNameSyntax name, Wanted wanted, Element? otherKind)
    {
        if (otherKind is not null)
        {
            site.Add(WrongKind.At(site.At(name), name.ToString(), otherKind, wanted.Kind));
            return null;
        }

        site.Add(wanted.Unknown(site.At(name), name.Name.Text, Visible(site, wanted)));
        return null;
    }

    private static IEnumerable<string> Visible(Site site, Wanted wanted)
    {
        foreach (var element in site.Names.Elements.Where(wanted.Accepts))
        {
            if (element.Site.Module == site.Module)
            {
                yield return element.Name.Name;
            }
            else if (site.SeesAll || (element.IsPublic && site.Module.Uses.Contains(element.Name.Module)))
            {
                yield return element.Name.ToString();
            }
        }

        foreach (var word in wanted.Words)
        {
            yield return word;
        }
    }
}
