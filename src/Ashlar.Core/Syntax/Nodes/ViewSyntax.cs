using System.Collections.Immutable;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax.Nodes;

/// <summary>`view BestSellers { input { … } from … group by … select { … } keep where … sort … limit … access … }`.</summary>
public sealed record ViewSyntax(NameSyntax Name, ImmutableArray<FieldSyntax> Inputs, TextSpan Span)
    : DeclarationSyntax(Name, Span)
{
    public ViewSourceSyntax? From { get; init; }

    /// <summary>`group by line.book as book, line.order as order`.</summary>
    public ImmutableArray<ViewColumnSyntax> Keys { get; init; } = [];

    /// <summary>`select { title: book.title, sold: sum(l in group: l.quantity) }`.</summary>
    public ImmutableArray<ViewColumnSyntax> Columns { get; init; } = [];

    /// <summary>`keep where sold > 0`.</summary>
    public ExpressionSyntax? Keep { get; init; }

    public ImmutableArray<SortKeySyntax> Sort { get; init; } = [];

    /// <summary>`limit 10` or `limit top`.</summary>
    public ExpressionSyntax? Limit { get; init; }

    /// <summary>Several mean any of them; a view without one does not check.</summary>
    public ImmutableArray<ActionAccessSyntax> Access { get; init; } = [];

    /// <summary>The reason of `all rows because "…"`: the rules of the entities do not count.</summary>
    public TextSyntax? AllRows { get; init; }

    public override T Accept<T>(IDeclarationVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`from OrderLine as line where line.order.status == Paid`.</summary>
public sealed record ViewSourceSyntax(QualifiedNameSyntax Entity, NameSyntax As, ExpressionSyntax? Where, TextSpan Span)
    : SyntaxNode(Span);

/// <summary>A value with a name: `line.book as book` among the keys of groups, `title: book.title` in the selection.</summary>
public sealed record ViewColumnSyntax(NameSyntax Name, ExpressionSyntax Value, TextSpan Span) : SyntaxNode(Span)
{
    /// <summary>`each article.tags as tag`: a group for each item of a list.</summary>
    public bool IsEach { get; init; }

    public string Documentation { get; init; } = "";
}
