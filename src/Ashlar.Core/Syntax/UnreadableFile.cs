using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Syntax.Rules;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

/// <summary>Files that are not worth reading: one finding instead of thousands.</summary>
internal static class UnreadableFile
{
    public static Diagnostic? Find(SourceFile source)
    {
        if (source.Text.Length > Parser.MostUnits)
        {
            var message = $"the file has {source.Text.Length} characters, more than {Parser.MostUnits}";
            return Diagnostic.Of<FileTooLarge>(Start(source), message).WithHelp("split the model into several files");
        }

        return source.Text.Contains('\0')
            ? Diagnostic.Of<NotATextFile>(Start(source), "the file holds binary data").WithHelp("remove the file from the model's folder")
            : null;
    }

    /// <summary>A tree whose one token holds the whole text.</summary>
    public static SyntaxTree Tree(SourceFile source, SyntaxReport report)
    {
        var all = new TextSpan(0, source.Text.Length);
        ImmutableArray<Token> tokens =
        [
            new Token(TokenKind.Unknown, all, 0),
            new Token(TokenKind.EndOfFile, new TextSpan(all.End, 0), all.End),
        ];
        return new SyntaxTree(source, tokens, new FileSyntax([], all), report.ToSorted());
    }

    private static Location Start(SourceFile source) => new(source.Path, new TextSpan(0, 1));
}
