using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Text;

namespace Ashlar.Emit;

/// <summary>What the elements of a model are called in C#.</summary>
internal static class Names
{
    /// <summary>`unitPrice` is the property `UnitPrice`; a word of C# carries its `@`.</summary>
    public static Ident Member(string name) => Ident.Of(Pascal(name));

    /// <summary>`UnitPrice` is the parameter `unitPrice`.</summary>
    public static Ident Local(string name) => Ident.Of(Camel(name));

    /// <summary>The property of a field: a reference and a file are held by the id of their row, `author` by `AuthorId`.</summary>
    public static Ident Property(Field field) => IsHeldById(field.Type) ? Member(field.Name + "Id") : Member(field.Name);

    /// <summary>The parameter for a field: `authorId`.</summary>
    public static Ident Parameter(Field field) => IsHeldById(field.Type) ? Local(field.Name + "Id") : Local(field.Name);

    /// <summary>The class, record or enum of a declaration.</summary>
    public static Ident Type(ElementName name) => Member(name.Name);

    /// <summary>The enum of a state field: `status` of Order is an `OrderStatus`.</summary>
    public static Ident StateType(ElementName entity, string field) => Member(entity.Name + Pascal(field));

    /// <summary>The namespace and project of a module: `Shop.Sales`.</summary>
    public static Ident Namespace(SystemModel system, string module) => Member(system.Name).Member(Member(module));

    public static string Pascal(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];

    public static string Camel(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];

    private static bool IsHeldById(ModelType type) => type is ReferenceType or ScalarType { Scalar: Scalar.File };
}
