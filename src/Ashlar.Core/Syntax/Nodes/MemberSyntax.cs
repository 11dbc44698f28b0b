using System.Collections.Immutable;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax.Nodes;

/// <summary>A part of an entity.</summary>
public abstract record MemberSyntax(TextSpan Span) : SyntaxNode(Span)
{
    public string Documentation { get; init; } = "";

    public abstract T Accept<T>(IMemberVisitor<T> visitor);
}

/// <summary>A function of every kind of member.</summary>
public interface IMemberVisitor<out T>
{
    T Visit(FieldSyntax node);

    T Visit(CheckSyntax node);

    T Visit(UniqueSyntax node);

    T Visit(ExclusiveSyntax node);

    T Visit(IndexSyntax node);

    T Visit(SearchSyntax node);

    T Visit(PublicFieldsSyntax node);

    T Visit(AccessSyntax node);
}

/// <summary>`price: decimal(10, 2) min 0`; also an input of a function.</summary>
public sealed record FieldSyntax(NameSyntax Name, TypeRefSyntax Type, ImmutableArray<ModifierSyntax> Modifiers, TextSpan Span)
    : MemberSyntax(Span)
{
    public override T Accept<T>(IMemberVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`check Name "message" { expression }`.</summary>
public sealed record CheckSyntax(NameSyntax Name, TextSyntax? Message, ExpressionSyntax Condition, TextSpan Span)
    : MemberSyntax(Span)
{
    public override T Accept<T>(IMemberVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`unique Name "message" { patient where status == Booked }`.</summary>
public sealed record UniqueSyntax(
    NameSyntax Name, TextSyntax? Message, ImmutableArray<NameSyntax> Fields, ExpressionSyntax? Where, TextSpan Span)
    : MemberSyntax(Span)
{
    public override T Accept<T>(IMemberVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`exclusive Name "message" { doctor during startsAt until endsAt where status in [Booked] }`.</summary>
public sealed record ExclusiveSyntax(
    NameSyntax Name, TextSyntax? Message, ImmutableArray<NameSyntax> Fields, NameSyntax From, NameSyntax Until,
    ExpressionSyntax? Where, TextSpan Span)
    : MemberSyntax(Span)
{
    public override T Accept<T>(IMemberVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`index format, published desc`.</summary>
public sealed record IndexSyntax(ImmutableArray<SortKeySyntax> Keys, TextSpan Span) : MemberSyntax(Span)
{
    public override T Accept<T>(IMemberVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>A field or path, `desc` or ascending; in comprehensions any expression.</summary>
public sealed record SortKeySyntax(ExpressionSyntax Value, bool IsDescending, TextSpan Span) : SyntaxNode(Span);

/// <summary>`search title, author.name`.</summary>
public sealed record SearchSyntax(ImmutableArray<ExpressionSyntax> Fields, TextSpan Span) : MemberSyntax(Span)
{
    public override T Accept<T>(IMemberVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`public { isbn, title }`: the entity is visible to modules that use this one, with these fields.</summary>
public sealed record PublicFieldsSyntax(ImmutableArray<NameSyntax> Fields, TextSpan Span) : MemberSyntax(Span)
{
    public override T Accept<T>(IMemberVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`access { … }`, `access as order` (<see cref="SameAs"/>) or `access internal`.</summary>
public sealed record AccessSyntax(ImmutableArray<AccessRuleSyntax> Rules, NameSyntax? SameAs, bool IsInternal, TextSpan Span)
    : MemberSyntax(Span)
{
    public override T Accept<T>(IMemberVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>
/// `create, update { title } to Editor where …`; `never delete` has <see cref="IsNever"/> and no audience.
/// <see cref="Fields"/> is null where no field list is written.
/// </summary>
public sealed record AccessRuleSyntax(ImmutableArray<OperationSyntax> Operations, TextSpan Span) : SyntaxNode(Span)
{
    public bool IsNever { get; init; }

    public ImmutableArray<NameSyntax>? Fields { get; init; }

    /// <summary>`except { … }`: all fields but these.</summary>
    public bool IsExcept { get; init; }

    public AudienceKind Audience { get; init; }

    public TextSpan AudienceSpan { get; init; }

    public ImmutableArray<QualifiedNameSyntax> Roles { get; init; } = [];

    public ExpressionSyntax? Where { get; init; }
}

public sealed record OperationSyntax(Operation Operation, TextSpan Span) : SyntaxNode(Span);
