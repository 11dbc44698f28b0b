using Ashlar.Core.Model;

namespace Ashlar.Core.Plan;

/// <summary>
/// Which element of a model is meant: its kind, and its names from the module down, as in `Sales.Order.status.Paid`. Roles
/// and modules stand alone.
/// </summary>
public readonly record struct ElementPath(ElementKind Kind, string Path) : IComparable<ElementPath>
{
    /// <summary>The last name: `Paid`.</summary>
    public string Name => Path[(Path.LastIndexOf('.') + 1)..];

    /// <summary>The path without the last name; empty for a module or a role.</summary>
    public string Owner => Path.LastIndexOf('.') is var dot and >= 0 ? Path[..dot] : "";

    public static bool operator <(ElementPath left, ElementPath right) => left.CompareTo(right) < 0;

    public static bool operator <=(ElementPath left, ElementPath right) => left.CompareTo(right) <= 0;

    public static bool operator >(ElementPath left, ElementPath right) => left.CompareTo(right) > 0;

    public static bool operator >=(ElementPath left, ElementPath right) => left.CompareTo(right) >= 0;

    public static ElementPath Of(ElementKind kind, ElementName name) => new(kind, name.ToString());

    /// <summary>A field of an entity.</summary>
    public static ElementPath OfField(ElementName entity, string field) => new(ElementKind.Field, $"{entity}.{field}");

    /// <summary>The name of a declaration of a module, for a path that is one.</summary>
    public ElementName ToElementName() => new(Owner, Name);

    /// <summary>The name of the declaration of a module that holds the element.</summary>
    public ElementName ToOwnerName() => new ElementPath(Kind, Owner).ToElementName();

    /// <summary>The same names below another owner.</summary>
    public ElementPath Below(string owner) => this with { Path = owner.Length == 0 ? Name : $"{owner}.{Name}" };

    public int CompareTo(ElementPath other)
    {
        var byKind = Kind.CompareTo(other.Kind);
        return byKind != 0 ? byKind : string.CompareOrdinal(Path, other.Path);
    }

    public override string ToString() => Path;
}
