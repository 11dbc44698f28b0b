using System.Collections.Immutable;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax.Nodes;

/// <summary>The declarations of one file, in written order.</summary>
public sealed record FileSyntax(ImmutableArray<DeclarationSyntax> Declarations, TextSpan Span) : SyntaxNode(Span);
