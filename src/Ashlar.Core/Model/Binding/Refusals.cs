using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>The names by which a scenario says why a request is refused: those of every api, and those of the model.</summary>
internal sealed class Refusals
{
    private static readonly string[] OfEveryApi =
        ["NotFound", "Forbidden", "SignedOut", "Invalid", "StateConflict", "Stale", "Taken", "InUse", "LastMember", "OutOfRange"];

    private readonly HashSet<string> _names = new(OfEveryApi, StringComparer.Ordinal);

    public Refusals(SystemModel model)
    {
        _names.UnionWith(model.Entities.SelectMany(OfEntity));
        _names.UnionWith(model.Actions.SelectMany(OfAction));
        _names.UnionWith(model.Slots.SelectMany(slot => slot.Failures).Select(failure => failure.Name));
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

    private static IEnumerable<string> OfEntity(Entity entity) =>
        entity
            .Checks.Select(check => check.Name)
            .Concat(entity.Uniques.Select(rule => rule.Name))
            .Concat(entity.Exclusives.Select(rule => rule.Name));

    private static IEnumerable<string> OfAction(ActionDefinition action) =>
        action.Steps().Select(step => step.Refusal()?.Name).OfType<string>();
}
