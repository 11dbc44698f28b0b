using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Syntax.Rules;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

/// <summary>The bounds that keep reading, and walking what was read, within the stack.</summary>
public sealed partial class Parser
{
    /// <summary>Brackets and branches inside each other: more is no writing of a person.</summary>
    private const int DeepestNesting = 64;

    /// <summary>The height of a tree, which chains such as `a + b + c` make too: later stages walk trees recursively.</summary>
    private const int TallestTree = 256;

    private int _depth;

    /// <summary>The height of the expression read last.</summary>
    private int _height;

    private MissingExpressionSyntax TooTall(TextSpan at)
    {
        ReportDepth(at);
        _height = 1;
        return new MissingExpressionSyntax(Gap);
    }

    /// <summary>Reads over everything inside the bracket that is one too many, without recursion.</summary>
    private MissingExpressionSyntax SkipTooDeep()
    {
        ReportDepth(Current.Span);
        SkipToCloser();
        _height = 1;
        return new MissingExpressionSyntax(Gap);
    }

    private void SkipStatementsTooDeep()
    {
        Report(_report.Finding<NestedTooDeeply>(
                Current.Span, $"the statements are nested more than {DeepestNesting} levels deep")
            .WithHelp("put the inner ones into an `action` of their own, and `run` it"));
        SkipToCloser();
    }

    private void SkipToCloser()
    {
        var open = 0;
        while (Kind != TokenKind.EndOfFile && !AtDeclaration && (open > 0 || !AtCloser))
        {
            open += IsOpener(Kind) ? 1 : IsCloser(Kind) ? -1 : 0;
            Take();
        }
    }

    private void ReportDepth(TextSpan at) =>
        Report(_report.Finding<NestedTooDeeply>(at, $"the expression is nested more than {DeepestNesting} levels deep")
            .WithHelp("name a part of it with a `function`"));

    private bool AtCloser => IsCloser(Kind);

    private static bool IsOpener(TokenKind kind) =>
        kind is TokenKind.OpenBrace or TokenKind.OpenParenthesis or TokenKind.OpenBracket;

    private static bool IsCloser(TokenKind kind) =>
        kind is TokenKind.CloseBrace or TokenKind.CloseParenthesis or TokenKind.CloseBracket;
}
