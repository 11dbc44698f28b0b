using Ashlar.Core.Model.Types;

namespace Ashlar.Core.Model.Binding;

/// <summary>A type as written with its bounds, and the entity that it refers to, if it does.</summary>
internal sealed record BoundType(ModelType Type, Constraints Constraints)
{
    public static BoundType Unknown { get; } = new(new UnknownType(), Constraints.None);

    public EntityElement? Entity { get; init; }

    public bool IsUnknown => Type is UnknownType;
}
