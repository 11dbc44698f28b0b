using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model;

/// <summary>
/// The JSON of an entity's row as the outside sees it; keys in written order, those of the extended shape first.
/// </summary>
public sealed record Shape(ElementName Name, ElementName Entity, ValueList<ShapeField> Fields, Origin Origin)
{
    public string Documentation { get; init; } = "";

    public bool IsPublic { get; init; }

    /// <summary>The shape whose keys come first; they are among the fields.</summary>
    public ElementName? Extends { get; init; }
}

/// <summary>
/// One key. <see cref="Value"/> is an expression over the row (`this`); with <see cref="Nested"/> it is a reference or
/// collection whose row or rows are written by that shape.
/// </summary>
public sealed record ShapeField(string Name, Expression Value, ElementName? Nested, bool IsWhenAllowed, Origin Origin)
{
    public string Documentation { get; init; } = "";
}
