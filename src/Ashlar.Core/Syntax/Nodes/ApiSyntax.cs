using System.Collections.Immutable;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax.Nodes;

/// <summary>`api Shop { path "/api" version 1 sign in with password expose Book { … } }`.</summary>
public sealed record ApiSyntax(
    NameSyntax Name, ImmutableArray<ExposeSyntax> Exposes, TextSpan Span) : DeclarationSyntax(Name, Span)
{
    public TextSyntax? Path { get; init; }

    public NumberSyntax? Version { get; init; }

    public SignInSyntax? SignIn { get; init; }

    /// <summary>What callers are not held to.</summary>
    public ImmutableArray<WeakeningSyntax> Weakenings { get; init; } = [];

    /// <summary>`origins "https://shop.example"`: the sites whose pages may call.</summary>
    public OriginsSyntax? Origins { get; init; }

    /// <summary>`tokens header "Authorization" scheme "Token" lifetime 60d`.</summary>
    public TokensSyntax? Tokens { get; init; }

    /// <summary>`errors { errors: { "{subject}": messages } }`.</summary>
    public ErrorsSyntax? Errors { get; init; }

    /// <summary>`refusals { Taken status 409 }`.</summary>
    public RefusalsSyntax? Refusals { get; init; }

    /// <summary>`run CloseDay`: actions about no row that is exposed; everything that they take is in the body.</summary>
    public ImmutableArray<RunEndpointSyntax> Runs { get; init; } = [];

    /// <summary>`expose view BestSellers`.</summary>
    public ImmutableArray<ExposeViewSyntax> Views { get; init; } = [];

    /// <summary>`expose tasks`.</summary>
    public NameSyntax? Tasks { get; init; }

    public override T Accept<T>(IDeclarationVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`origins "https://shop.example", "http://localhost:5173"`.</summary>
public sealed record OriginsSyntax(ImmutableArray<TextSyntax> Items, TextSpan Span) : SyntaxNode(Span);

/// <summary>How requests carry a token, and how long a session lasts: each part may be left out.</summary>
public sealed record TokensSyntax(TextSpan Span) : SyntaxNode(Span)
{
    public TextSyntax? Header { get; init; }

    public TextSyntax? Scheme { get; init; }

    public ExpressionSyntax? Lifetime { get; init; }
}

/// <summary>
/// `sign in with password` or `sign in with issuer Identity { authority "https://…" audience "…" match email }`.
/// </summary>
public sealed record SignInSyntax(SignInKind Kind, TextSpan Span) : SyntaxNode(Span)
{
    public NameSyntax? Issuer { get; init; }

    public TextSyntax? Authority { get; init; }

    public TextSyntax? Audience { get; init; }

    /// <summary>The unique field of the principal that the token's claim of the same name must equal.</summary>
    public NameSyntax? Match { get; init; }
}

/// <summary>`expose Book as book { list { … } read create update delete }`.</summary>
public sealed record ExposeSyntax(
    QualifiedNameSyntax Entity, ImmutableArray<EndpointSyntax> Endpoints, TextSpan Span) : SyntaxNode(Span)
{
    /// <summary>What the row is called in paths, filters and replies.</summary>
    public NameSyntax? RowName { get; init; }

    /// <summary>`run PlaceOrder, CancelOrder`: actions about the row of the path.</summary>
    public ImmutableArray<RunEndpointSyntax> Runs { get; init; } = [];
}

/// <summary>`expose view BestSellers` or `expose view BestSellers at GET "/best"`: the rows of a view.</summary>
public sealed record ExposeViewSyntax(QualifiedNameSyntax View, TextSpan Span) : SyntaxNode(Span)
{
    /// <summary>`reply { tags: tag of rows }`: before `of` a column, or `rows` alone.</summary>
    public ReplySyntax? Reply { get; init; }

    public AddressSyntax? At { get; init; }
}

/// <summary>
/// One action of `run PlaceOrder, CancelOrder { reply OrderPage of order }`; several in one line share what follows.
/// </summary>
public sealed record RunEndpointSyntax(QualifiedNameSyntax Action, TextSpan Span) : SyntaxNode(Span)
{
    /// <summary>`at POST "/orders/{order.number}/cancel"`.</summary>
    public AddressSyntax? At { get; init; }

    public BodySyntax? Body { get; init; }

    /// <summary>`reply OrderPage of order`: after `of` an input of the action, or a row that it made.</summary>
    public ReplySyntax? Reply { get; init; }
}

/// <summary>One operation that the API offers on an entity, with what shapes it.</summary>
public sealed record EndpointSyntax(EndpointKind Kind, TextSpan KindSpan, TextSpan Span) : SyntaxNode(Span)
{
    /// <summary>`only to signed in where …`: fewer rows than the caller may read.</summary>
    public OnlySyntax? Only { get; init; }

    /// <summary>`filter format, author, price` of a list.</summary>
    public ImmutableArray<NameSyntax> Filters { get; init; } = [];

    /// <summary>`filter tag: TagName { tag in book.tags }`: a filter with a parameter and a condition.</summary>
    public ImmutableArray<NamedFilterSyntax> NamedFilters { get; init; } = [];

    /// <summary>`sort price, published, title`.</summary>
    public ImmutableArray<NameSyntax> Sorts { get; init; } = [];

    /// <summary>`sort title default createdAt desc`: the order of a request that asks for none.</summary>
    public NameSyntax? Order { get; init; }

    public bool IsOrderDescending { get; init; }

    /// <summary>The span of the word `search`, if the list has it.</summary>
    public TextSpan? Search { get; init; }

    /// <summary>`page by offset default 20 max 100`: the span of `offset`.</summary>
    public TextSpan? ByOffset { get; init; }

    /// <summary>`page 20 max 100`.</summary>
    public NumberSyntax? Page { get; init; }

    public NumberSyntax? PageMax { get; init; }

    /// <summary>`include lines`: collections and references embedded in a reply.</summary>
    public ImmutableArray<NameSyntax> Includes { get; init; } = [];

    /// <summary>`create with lines`: owned lists written together with their owner.</summary>
    public ImmutableArray<NameSyntax> With { get; init; } = [];

    /// <summary>`at PUT "/books/{book.isbn}"`.</summary>
    public AddressSyntax? At { get; init; }

    public BodySyntax? Body { get; init; }

    /// <summary>`reply BookCard of rows` or `reply BookPage of book`.</summary>
    public ReplySyntax? Reply { get; init; }
}

public sealed record NamedFilterSyntax(
    NameSyntax Name, TypeRefSyntax Type, ExpressionSyntax Condition, TextSpan Span) : SyntaxNode(Span);

/// <summary>
/// `only to signed in where caller in article.author.readers`: who asks, and which of the rows that they may read.
/// </summary>
public sealed record OnlySyntax(TextSpan Span) : SyntaxNode(Span)
{
    public bool IsToSignedIn { get; init; }

    public ExpressionSyntax? Where { get; init; }
}
