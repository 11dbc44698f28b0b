using Ashlar.Core.Model.Rules;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>The names by which a scenario says why a request is refused: those of every api, and those of the model.</summary>
internal sealed class Refusals
{
    private static readonly string[] OfEveryApi =
        ["NotFound", "Forbidden", "SignedOut", "Invalid", "StateConflict", "Stale", "Taken", "InUse", "LastMember", "OutOfRange",
            "DeliveryReused"];

    private readonly HashSet<string> _names = new(OfEveryApi, StringComparer.Ordinal);

    public Refusals(SystemModel model)
    {
        _names.UnionWith(RefusalNames.Of(model));
    }

    /// <summary>The code of a name; null where there is none, which is reported.</summary>
    public string? Find(Site site, NameSyntax name)
    {
        if (name.IsMissing)
        {
            return null;
        }

        if (_names.Contains(name.Text))
        {
            return Spelling.Kebab(name.Text);
        }

        site.Add(UnknownRefusal.At(site.At(name), name.Text, _names));
        return null;
    }
}
