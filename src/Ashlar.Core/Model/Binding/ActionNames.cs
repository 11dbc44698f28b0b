using Ashlar.Core.Model.Rules;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>
/// The names that an action or a workflow gives: of its inputs, its event, its steps and its refusals. No two values of one have
/// the same name, in whatever blocks they stand.
/// </summary>
internal sealed class ActionNames
{
    private readonly Site _site;
    private readonly Dictionary<string, Location> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Location> _refusals = new(StringComparer.Ordinal);

    public ActionNames(Site site, IEnumerable<FieldSlot> inputs)
    {
        _site = site;
        foreach (var input in inputs)
        {
            _values.Add(input.Field.Name, input.Site.At(input.Field.Origin.Span));
        }
    }

    public bool IsNewValue(NameSyntax name) => IsNew(_values, name);

    public bool IsNewRefusal(NameSyntax name) => IsNew(_refusals, name);

    private bool IsNew(Dictionary<string, Location> seen, NameSyntax name)
    {
        if (name.IsMissing || seen.TryAdd(name.Text, _site.At(name)))
        {
            return true;
        }

        _site.Add(DuplicateMember.At(_site.At(name), name.Text, seen[name.Text]));
        return false;
    }
}
