using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

/// <summary>One parsed file: every token of it, the declarations found, and what was wrong with the text.</summary>
public sealed record SyntaxTree(
    SourceFile Source,
    ImmutableArray<Token> Tokens,
    FileSyntax Root,
    ImmutableArray<Diagnostic> Diagnostics);
