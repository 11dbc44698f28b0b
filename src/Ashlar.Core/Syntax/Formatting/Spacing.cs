namespace Ashlar.Core.Syntax.Formatting;

/// <summary>How many spaces stand before each token when nothing is broken, and so how wide each stretch of tokens is.</summary>
internal sealed class Spacing
{
    private const int WideGap = 3;

    private readonly int[] _gaps;
    private readonly int[] _starts;
    private readonly TokenMap _map;

    public Spacing(TokenMap map)
    {
        _map = map;
        _gaps = new int[map.Tokens.Length];
        _starts = new int[map.Tokens.Length];
        for (var position = 1; position < _gaps.Length; position++)
        {
            _gaps[position] = GapBefore(position);
            _starts[position] = _starts[position - 1] + map.Tokens[position - 1].Span.Length + _gaps[position];
        }
    }

    public int Before(int position) => _gaps[position];

    /// <summary>The columns that the tokens take up on one line.</summary>
    public int Width(int first, int last) => _starts[last] + _map.Tokens[last].Span.Length - _starts[first];

    private int GapBefore(int position)
    {
        if (_map.Wide.Contains(position))
        {
            return WideGap;
        }

        var isTight = _map.Tight.Contains(position)
            || _map.Prefixes.Contains(position - 1)
            || IsTightBefore(_map.Tokens[position].Kind)
            || IsTightAfter(_map.Tokens[position - 1].Kind);
        return isTight ? 0 : 1;
    }

    private static bool IsTightBefore(TokenKind kind) =>
        kind is TokenKind.Comma or TokenKind.Dot or TokenKind.Colon or TokenKind.Question or TokenKind.CloseParenthesis
            or TokenKind.CloseBracket or TokenKind.EndOfFile;

    private static bool IsTightAfter(TokenKind kind) =>
        kind is TokenKind.OpenParenthesis or TokenKind.OpenBracket or TokenKind.Dot;
}
