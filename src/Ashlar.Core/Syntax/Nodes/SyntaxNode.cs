using System.Collections.Immutable;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax.Nodes;

/// <summary>A construct as it was written. <see cref="Span"/> runs from its first to its last token.</summary>
public abstract record SyntaxNode(TextSpan Span);

/// <summary>A name, or an empty one where the text has none (already reported).</summary>
public sealed record NameSyntax(string Text, TextSpan Span) : SyntaxNode(Span)
{
    /// <summary>What it was called before, where a declaration says that.</summary>
    public FormerName? Was { get; init; }

    public bool IsMissing => Text.Length == 0;
}

/// <summary>`was Customer`, or `was Accounts.Customer` of something that moved; it stands behind the name.</summary>
public sealed record FormerName(string Path, TextSpan Span)
{
    public override string ToString() => Path;
}

/// <summary>`Accounts.Customer.phone`: any number of names.</summary>
public sealed record WholeNameSyntax(ImmutableArray<NameSyntax> Names, TextSpan Span) : SyntaxNode(Span)
{
    public override string ToString() => string.Join('.', Names.Select(name => name.Text));
}

/// <summary>`Account` or, of another module, `Accounts.Account`.</summary>
public sealed record QualifiedNameSyntax(NameSyntax? Qualifier, NameSyntax Name, TextSpan Span) : SyntaxNode(Span)
{
    public override string ToString() => Qualifier is null ? Name.Text : $"{Qualifier.Text}.{Name.Text}";
}

/// <summary>A text literal: its value, and whether it holds `{…}` (which only some places allow).</summary>
public sealed record TextSyntax(string Value, TextSpan Span) : SyntaxNode(Span);
