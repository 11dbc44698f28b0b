using System.Collections.Immutable;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax.Nodes;

/// <summary>`at PUT "/articles/{article.slug}"`: the path is a text, whose holes are keys of rows.</summary>
public sealed record AddressSyntax(NameSyntax Method, ExpressionSyntax Path, TextSpan Span) : SyntaxNode(Span);

/// <summary>`body { article: { title, body: text } }`: the members of a request.</summary>
public sealed record BodySyntax(ImmutableArray<BodyMemberSyntax> Members, TextSpan Span) : SyntaxNode(Span);

/// <summary>
/// `title`, `body: text` or `article: { … }`: what a member is called, and the field that it sets or what is in it.
/// </summary>
public sealed record BodyMemberSyntax(NameSyntax Name, TextSpan Span) : SyntaxNode(Span)
{
    /// <summary>The field, where it is called otherwise.</summary>
    public NameSyntax? Field { get; init; }

    public BodySyntax? Nested { get; init; }
}

/// <summary>`reply BookPage of book`, `reply 201 { book: BookPage of book }` or `reply 204`.</summary>
public sealed record ReplySyntax(TextSpan Span) : SyntaxNode(Span)
{
    public NumberSyntax? Status { get; init; }

    /// <summary>What the body is; null where nothing is said of it.</summary>
    public ReplyValueSyntax? Value { get; init; }
}

/// <summary>A value in a reply: a row or rows in a shape, a word such as `total`, or an object of further values.</summary>
public abstract record ReplyValueSyntax(TextSpan Span) : SyntaxNode(Span)
{
    /// <summary>Itself and what is in it.</summary>
    public IEnumerable<ReplyValueSyntax> SelfAndInner() => this is ReplyObjectSyntax nested
        ? nested.Members.SelectMany(member => member.Value.SelfAndInner()).Prepend(this)
        : [this];
}

/// <summary>`BookCard of rows`; without what stands after `of`, the only row that it can be.</summary>
public sealed record ReplyRowSyntax(QualifiedNameSyntax Shape, NameSyntax? Source, TextSpan Span) : ReplyValueSyntax(Span);

/// <summary>`total` or `next`.</summary>
public sealed record ReplyWordSyntax(NameSyntax Word, TextSpan Span) : ReplyValueSyntax(Span);

/// <summary>`"list"`, `1`, `true` or `null`: one of them.</summary>
public sealed record ReplyConstantSyntax(TextSpan Span) : ReplyValueSyntax(Span)
{
    public TextSyntax? Text { get; init; }

    public NumberSyntax? Number { get; init; }

    public NameSyntax? Word { get; init; }
}

/// <summary>`{ book: BookPage of book }`.</summary>
public sealed record ReplyObjectSyntax(ImmutableArray<ReplyMemberSyntax> Members, TextSpan Span) : ReplyValueSyntax(Span);

/// <summary>`articlesCount: total`.</summary>
public sealed record ReplyMemberSyntax(NameSyntax Name, ReplyValueSyntax Value, TextSpan Span) : SyntaxNode(Span);
