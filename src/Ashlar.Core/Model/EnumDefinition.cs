using Ashlar.Core.Text;

namespace Ashlar.Core.Model;

/// <summary>A closed set of names.</summary>
public sealed record EnumDefinition(ElementName Name, ValueList<EnumValue> Values, Origin Origin)
{
    public string Documentation { get; init; } = "";

    public bool IsPublic { get; init; }
}

public sealed record EnumValue(string Name, string Documentation, Origin Origin);
