using System.Collections.Immutable;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax.Nodes;

/// <summary>A top-level construct. A new one does not compile until every stage handles it.</summary>
public abstract record DeclarationSyntax(NameSyntax Name, TextSpan Span) : SyntaxNode(Span)
{
    /// <summary>The text of the `///` comment before it, without the slashes.</summary>
    public string Documentation { get; init; } = "";

    public bool IsPublic { get; init; }

    public abstract T Accept<T>(IDeclarationVisitor<T> visitor);
}

/// <summary>A function of every kind of declaration.</summary>
public interface IDeclarationVisitor<out T>
{
    T Visit(SystemSyntax node);

    T Visit(ModuleSyntax node);

    T Visit(RoleSyntax node);

    T Visit(TypeSyntax node);

    T Visit(EnumSyntax node);

    T Visit(EntitySyntax node);

    T Visit(FunctionSyntax node);

    T Visit(ShapeSyntax node);

    T Visit(ApiSyntax node);

    T Visit(ActionSyntax node);

    T Visit(EventSyntax node);

    T Visit(ViewSyntax node);

    T Visit(SlotSyntax node);

    T Visit(WorkflowSyntax node);

    T Visit(ConfigSyntax node);

    T Visit(ScenarioSyntax node);

    T Visit(SampleSyntax node);

    T Visit(ChangeSyntax node);
}

/// <summary>`system Bookshop { title "…" timezone "Europe/Paris" language en, fr }`.</summary>
public sealed record SystemSyntax(
    NameSyntax Name, TextSyntax? Title, TextSyntax? TimeZone, ImmutableArray<NameSyntax> Languages, TextSpan Span)
    : DeclarationSyntax(Name, Span)
{
    public override T Accept<T>(IDeclarationVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`module Ordering uses Catalog, Accounts`: holds until the next module line of the file.</summary>
public sealed record ModuleSyntax(NameSyntax Name, ImmutableArray<NameSyntax> Uses, TextSpan Span)
    : DeclarationSyntax(Name, Span)
{
    public override T Accept<T>(IDeclarationVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`role Editor granted by Manager`.</summary>
public sealed record RoleSyntax(NameSyntax Name, ImmutableArray<NameSyntax> GrantedBy, TextSpan Span)
    : DeclarationSyntax(Name, Span)
{
    public override T Accept<T>(IDeclarationVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`type Isbn = text length 13` (with <paramref name="Alias"/>) or `type Address { … }` (with fields).</summary>
public sealed record TypeSyntax(
    NameSyntax Name, TypeRefSyntax? Alias, ImmutableArray<ModifierSyntax> Modifiers, ImmutableArray<FieldSyntax> Fields,
    TextSpan Span)
    : DeclarationSyntax(Name, Span)
{
    public override T Accept<T>(IDeclarationVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`enum Format { Hardcover, Paperback }`.</summary>
public sealed record EnumSyntax(NameSyntax Name, ImmutableArray<EnumValueSyntax> Values, TextSpan Span)
    : DeclarationSyntax(Name, Span)
{
    public override T Accept<T>(IDeclarationVisitor<T> visitor) => visitor.Visit(this);
}

public sealed record EnumValueSyntax(NameSyntax Name, string Documentation, TextSpan Span) : SyntaxNode(Span);

/// <summary>`entity Account principal { … }`.</summary>
public sealed record EntitySyntax(NameSyntax Name, ImmutableArray<MemberSyntax> Members, TextSpan Span)
    : DeclarationSyntax(Name, Span)
{
    public bool IsPrincipal { get; init; }

    /// <summary>`plural "people"`, where the derived plural is wrong.</summary>
    public TextSyntax? Plural { get; init; }

    public override T Accept<T>(IDeclarationVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`function Treating { input { patient: Patient } gives bool { … } }`.</summary>
public sealed record FunctionSyntax(
    NameSyntax Name, ImmutableArray<FieldSyntax> Inputs, TypeRefSyntax? Gives, ExpressionSyntax? Body, TextSpan Span)
    : DeclarationSyntax(Name, Span)
{
    public override T Accept<T>(IDeclarationVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`shape BookCard of Book { … }` or `shape BookPage of Book = BookCard with { … }`.</summary>
public sealed record ShapeSyntax(
    NameSyntax Name,
    QualifiedNameSyntax Entity,
    QualifiedNameSyntax? Extends,
    ImmutableArray<ShapeFieldSyntax> Fields,
    TextSpan Span)
    : DeclarationSyntax(Name, Span)
{
    public override T Accept<T>(IDeclarationVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>
/// One key of a shape: `isbn`, `cost: price`, `author: PersonCard of author` (or `lines: LineCard of lines` for a
/// collection), `wished: caller in wishedBy`, or `price when allowed`.
/// </summary>
public sealed record ShapeFieldSyntax(
    NameSyntax Name, QualifiedNameSyntax? Shape, ExpressionSyntax Value, bool IsWhenAllowed, TextSpan Span) : SyntaxNode(Span)
{
    public string Documentation { get; init; } = "";
}

/// <summary>Data for development: `sample tolkien: Author { name: "…" }` or `sample Book { … }`.</summary>
public sealed record SampleSyntax(
    NameSyntax Name, QualifiedNameSyntax Entity, ImmutableArray<NameSyntax> Roles, ObjectSyntax Values, TextSpan Span)
    : DeclarationSyntax(Name, Span)
{
    public override T Accept<T>(IDeclarationVisitor<T> visitor) => visitor.Visit(this);
}
