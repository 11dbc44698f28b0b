using System.Collections.Immutable;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax.Formatting;

/// <summary>
/// The tokens of a tree without errors: where they are, which brackets belong together, what stands between them.
/// </summary>
internal sealed class TokenMap
{
    private readonly SourceFile _source;
    private readonly int[] _partners;

    public TokenMap(SyntaxTree tree)
    {
        _source = tree.Source;
        Tokens = tree.Tokens;
        _partners = Pair(Tokens);
    }

    public ImmutableArray<Token> Tokens { get; }

    /// <summary>Tokens that no space stands before, although their kind would allow one.</summary>
    public HashSet<int> Tight { get; } = [];

    /// <summary>Tokens that no space stands behind: the minus of a negative number.</summary>
    public HashSet<int> Prefixes { get; } = [];

    /// <summary>The first tokens of members that follow another one on the same line.</summary>
    public HashSet<int> Wide { get; } = [];

    public int FirstOf(SyntaxNode node) => StartingAt(node.Span.Start);

    public int LastOf(SyntaxNode node) => StartingAt(node.Span.End) - 1;

    /// <summary>The first token that starts at an offset or behind it.</summary>
    public int StartingAt(int offset)
    {
        var low = 0;
        var high = Tokens.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Tokens[middle].Span.Start < offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    public int PartnerOf(int bracket) => _partners[bracket];

    /// <summary>The next token of a kind at a position or behind it.</summary>
    public int Next(TokenKind kind, int position)
    {
        while (Tokens[position].Kind != kind)
        {
            position++;
        }

        return position;
    }

    public string TextOf(int position) => _source.Slice(Tokens[position].Span);

    public bool IsWord(int position, string word) => Tokens[position].Kind == TokenKind.Word && TextOf(position) == word;

    public ReadOnlySpan<char> TriviaOf(int position) =>
        _source.Text.AsSpan(Tokens[position].Trivia.Start, Tokens[position].Trivia.Length);

    public bool HasComment(int position) => TriviaOf(position).Contains('/');

    /// <summary>A line ends somewhere between two tokens.</summary>
    public bool IsMultiline(int first, int last)
    {
        var start = Tokens[first].Span.End;
        return _source.Text.AsSpan(start, Tokens[last].Span.Start - start).Contains('\n');
    }

    private static int[] Pair(ImmutableArray<Token> tokens)
    {
        var partners = new int[tokens.Length];
        var open = new Stack<int>();
        for (var position = 0; position < tokens.Length; position++)
        {
            switch (tokens[position].Kind)
            {
                case TokenKind.OpenBrace or TokenKind.OpenParenthesis or TokenKind.OpenBracket:
                    open.Push(position);
                    break;
                case TokenKind.CloseBrace or TokenKind.CloseParenthesis or TokenKind.CloseBracket:
                    partners[position] = open.Pop();
                    partners[partners[position]] = position;
                    break;
            }
        }

        return partners;
    }
}
