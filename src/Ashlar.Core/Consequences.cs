using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax;
using Ashlar.Core.Text;

namespace Ashlar.Core;

/// <summary>
/// One cause, one finding: what the binder says about a line that could not be read, or about a name that such a line
/// was to declare, follows from what the parser said.
/// </summary>
internal sealed class Consequences
{
    private readonly HashSet<(string Path, int Line)> _unreadLines = [];
    private readonly HashSet<string> _unreadWords = new(StringComparer.Ordinal);
    private readonly ImmutableDictionary<string, SourceFile> _files;

    public Consequences(ImmutableArray<SyntaxTree> trees)
    {
        _files = trees.ToImmutableDictionary(tree => tree.Source.Path, tree => tree.Source, StringComparer.Ordinal);
        foreach (var tree in trees.Where(tree => !tree.Diagnostics.IsEmpty))
        {
            foreach (var found in tree.Diagnostics.Where(found => found.IsError))
            {
                _unreadLines.Add((tree.Source.Path, tree.Source.PositionOf(found.Location.Span.Start).Line));
            }

            AddWords(tree);
        }
    }

    public bool Contain(Diagnostic found)
    {
        if (_unreadLines.Count == 0 || !_files.TryGetValue(found.Location.Path, out var file))
        {
            return false;
        }

        return _unreadLines.Contains((file.Path, file.PositionOf(found.Location.Span.Start).Line))
            || (found.Code.StartsWith("unknown-", StringComparison.Ordinal)
                && _unreadWords.Contains(file.Slice(found.Location.Span)));
    }

    private void AddWords(SyntaxTree tree)
    {
        foreach (var token in tree.Tokens.Where(token => token.Kind == TokenKind.Word))
        {
            if (_unreadLines.Contains((tree.Source.Path, tree.Source.PositionOf(token.Span.Start).Line)))
            {
                _unreadWords.Add(tree.Source.Slice(token.Span));
            }
        }
    }
}
