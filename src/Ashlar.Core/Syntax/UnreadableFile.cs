using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Syntax.Rules;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

/// <summary>Binary data: one finding instead of thousands.</summary>
internal static class UnreadableFile
{
    public static Diagnostic? Find(SourceFile source)
    {
        var offset = source.Text.IndexOf('\0');
        return offset < 0
            ? null
            : Diagnostic.Of<HiddenCharacter>(
                    new Location(source.Path, new TextSpan(offset, 1)), "`U+0000` does not show: the file holds binary data")
                .WithHelp("move the file out of the model");
    }

    /// <summary>A tree whose one token holds the whole text.</summary>
    public static SyntaxTree Tree(SourceFile source, Diagnostic found)
    {
        var all = new TextSpan(0, source.Text.Length);
        ImmutableArray<Token> tokens =
        [
            new Token(TokenKind.Unknown, all, 0),
            new Token(TokenKind.EndOfFile, new TextSpan(all.End, 0), all.End),
        ];
        return new SyntaxTree(source, tokens, new FileSyntax([], all), [found]);
    }
}
