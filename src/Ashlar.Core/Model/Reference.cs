namespace Ashlar.Core.Model;

/// <summary>A field of an entity that refers to the rows of an entity.</summary>
public sealed record Reference(Entity Owner, Field Field)
{
    /// <summary>`Order.customer`.</summary>
    public override string ToString() => $"{Owner.Name.Name}.{Field.Name}";
}
