using System.Collections.Frozen;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Naming;

/// <summary>What elements of the model are called in the C# of a generated system.</summary>
internal static class CSharpNames
{
    /// <summary>
    /// Types that generated code names without a namespace: a declaration of the model that is called the same would
    /// hide them in its module, so its class gets the suffix `Entity`, `Value` or `Enum`.
    /// </summary>
    private static readonly FrozenSet<string> Taken = """
        Action Array Boolean CancellationToken Convert DateOnly DateTime DateTimeOffset DbCommand DbConnection DbDataReader
        Decimal Encoding Enum Environment Exception File Func Guid HttpContext IReadOnlyList Int32 Int64 JsonElement
        JsonWriter List Lazy Math Object Path Random Refusal Regex Single Span Stream String StringBuilder Task Thread
        TimeOnly TimeSpan TimeProvider Type Uri Utf8JsonWriter ValueTask Version WebApplication
        """.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Members that every entity class has already.</summary>
    private static readonly FrozenSet<string> Members = FrozenSet.Create(
        StringComparer.Ordinal,
        "Id", "RowVersion", "Create", "Check", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize");

    public static Ident Namespace(Ident root, string module) => root.Member(Ident.Of(module));

    public static Ident Type(Entity entity) => Type(entity.Name, "Entity");

    public static Ident Type(EnumDefinition definition) => Type(definition.Name, "Enum");

    public static Ident Type(ValueDefinition value) => Type(value.Name, "Value");

    /// <summary>The enum of a state field: `OrderStatus`.</summary>
    public static Ident Type(StateType state) => Ident.Of(state.Entity.Name + Pascal(state.Field));

    /// <summary>A property; it may not be called like its class or like a member of every class.</summary>
    public static Ident Property(string owner, string field)
    {
        var name = Pascal(field);
        return Ident.Of(Members.Contains(name) || string.Equals(name, owner, StringComparison.Ordinal) ? name + "Value" : name);
    }

    public static Ident Property(Entity entity, Field field) => Property(entity.Name.Name, field.Name);

    public static Ident Parameter(string field) => Ident.Of(Camel(field));

    public static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static Ident Type(ElementName name, string suffix) =>
        Ident.Of(Taken.Contains(name.Name) ? name.Name + suffix : name.Name);
}
