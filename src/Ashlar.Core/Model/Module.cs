using Ashlar.Core.Text;

namespace Ashlar.Core.Model;

/// <summary>A part of the system with a boundary. It sees what is public in the modules that it uses.</summary>
public sealed record Module(string Name, ValueList<string> Uses, Origin Origin)
{
    public string Documentation { get; init; } = "";
}
