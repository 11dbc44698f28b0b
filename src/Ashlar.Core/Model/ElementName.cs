namespace Ashlar.Core.Model;

/// <summary>The identity of a declaration: its module and its name. Printed `Catalog.Book`.</summary>
public readonly record struct ElementName(string Module, string Name) : IComparable<ElementName>
{
    public static bool operator <(ElementName left, ElementName right) => left.CompareTo(right) < 0;

    public static bool operator <=(ElementName left, ElementName right) => left.CompareTo(right) <= 0;

    public static bool operator >(ElementName left, ElementName right) => left.CompareTo(right) > 0;

    public static bool operator >=(ElementName left, ElementName right) => left.CompareTo(right) >= 0;

    public int CompareTo(ElementName other)
    {
        var byModule = string.CompareOrdinal(Module, other.Module);
        return byModule != 0 ? byModule : string.CompareOrdinal(Name, other.Name);
    }

    public override string ToString() => $"{Module}.{Name}";
}
