using Ashlar.Core.Text;

namespace Ashlar.Core.Model;

/// <summary>A value with fields, stored inline, such as `type Address { street: … }`. Its fields are scalars or enums.</summary>
public sealed record ValueDefinition(ElementName Name, ValueList<Field> Fields, Origin Origin)
{
    public string Documentation { get; init; } = "";

    public bool IsPublic { get; init; }
}
