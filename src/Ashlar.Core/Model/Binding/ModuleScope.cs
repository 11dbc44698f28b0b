using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>A module while it is bound: what it declares and which modules it uses.</summary>
internal sealed class ModuleScope(string name)
{
    public string Name { get; } = name;

    public Dictionary<string, Element> Elements { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> Uses { get; } = new(StringComparer.Ordinal);

    public string Documentation { get; set; } = "";

    public Origin Origin { get; set; }

    public Module ToModel() => new(Name, Uses.ToValueList(), Origin) { Documentation = Documentation };
}
