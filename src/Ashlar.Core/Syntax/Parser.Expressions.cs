using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Syntax.Rules;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

/// <summary>
/// Expressions, loosest first: `if`, `or`, `and`, `not`, comparison (at most one), `??`, `+ -`, `* /`, unary minus,
/// members and calls.
/// </summary>
public sealed partial class Parser
{
    private ExpressionSyntax ParseExpression()
    {
        if (_depth >= DeepestNesting)
        {
            return SkipTooDeep();
        }

        var start = Current.Span.Start;
        _depth++;
        var expression = AtWord("if") ? ParseIf() : ParseOr();
        expression = Kind == TokenKind.Question ? ParseTernary(expression, start) : expression;
        _depth--;
        return expression;
    }

    /// <summary>The condition of an `if` is read, which a `then` ends.</summary>
    private bool _isBeforeThen;

    private IfSyntax ParseIf()
    {
        var start = Take().Span.Start;
        var outer = _isBeforeThen;
        _isBeforeThen = true;
        var condition = ParseExpression();
        _isBeforeThen = outer;
        var height = _height;
        ExpectBranch("then");
        var whenTrue = ParseExpression();
        height = Math.Max(height, _height);
        ExpectBranch("else");
        var whenFalse = ParseExpression();
        _height = Math.Max(height, _height) + 1;
        return new IfSyntax(condition, whenTrue, whenFalse, SpanFrom(start));
    }

    /// <summary>`then` or `else`; what stands before it and does not belong there is read over.</summary>
    private void ExpectBranch(string word)
    {
        if (!AtWord(word) && IsWordAhead(word))
        {
            ReportTrailing("the expression");
            while (!AtWord(word))
            {
                Take();
            }
        }

        ExpectWord(word);
    }

    private bool IsWordAhead(string word)
    {
        const int farthest = 24;
        for (var distance = 0; distance < farthest; distance++)
        {
            var token = Peek(distance);
            var isEnd = IsCloser(token.Kind) || token.Kind is TokenKind.Comma or TokenKind.EndOfFile;
            if (isEnd || IsWord(token, word) || IsWord(token, "else"))
            {
                return IsWord(token, word);
            }
        }

        return false;
    }

    private ExpressionSyntax ParseOr()
    {
        var left = ParseAnd();
        while (OperatorAt(BinaryOperator.Or) is { } found)
        {
            left = Grow(left, found, static parser => parser.ParseAnd());
        }

        return left;
    }

    private ExpressionSyntax ParseAnd()
    {
        var left = ParseNot();
        while (OperatorAt(BinaryOperator.And) is { } found)
        {
            left = Grow(left, found, static parser => parser.ParseNot());
        }

        return left;
    }

    private ExpressionSyntax ParseNot()
    {
        if (!AtWord("not") && !(Kind == TokenKind.Foreign && TextOf(Current) is "!"))
        {
            return ParseComparison();
        }

        if (_depth >= DeepestNesting)
        {
            return SkipTooDeep();
        }

        var word = Take();
        ReportForeignNot(word);
        _depth++;
        var operand = ParseNot();
        _depth--;
        _height++;
        return new UnarySyntax(UnaryOperator.Not, operand, SpanFrom(word.Span.Start));
    }

    private ExpressionSyntax ParseComparison()
    {
        var start = Current.Span.Start;
        var left = ParseCoalesce();
        if (AtWord("is"))
        {
            return ParseIs(left);
        }

        if (AtWord("not") && IsWord(Peek(1), "in"))
        {
            return ParseNotIn(left, start);
        }

        var first = ComparisonAt();
        if (first is null)
        {
            return left;
        }

        var comparison = Grow(left, first.Value, static parser => parser.ParseCoalesce());
        for (var length = 2; ComparisonAt() is { } another; length++)
        {
            if (length == 2)
            {
                ReportChainedComparison(another);
            }

            comparison = Grow(comparison, another, static parser => parser.ParseCoalesce());
        }

        return comparison;
    }

    private ExpressionSyntax ParseCoalesce()
    {
        var left = ParseSum();
        while (Kind == TokenKind.Coalesce)
        {
            left = Grow(left, new FoundOperator(BinaryOperator.Coalesce, 1), static parser => parser.ParseSum());
        }

        return left;
    }

    private ExpressionSyntax ParseSum()
    {
        var left = ParseProduct();
        while (Kind is TokenKind.Plus or TokenKind.Minus)
        {
            var found = Kind == TokenKind.Plus ? BinaryOperator.Add : BinaryOperator.Subtract;
            left = Grow(left, new FoundOperator(found, 1), static parser => parser.ParseProduct());
        }

        return left;
    }

    private ExpressionSyntax ParseProduct()
    {
        var left = ParseUnary();
        while (Kind is TokenKind.Star or TokenKind.Slash)
        {
            var found = Kind == TokenKind.Star ? BinaryOperator.Multiply : BinaryOperator.Divide;
            left = Grow(left, new FoundOperator(found, 1), static parser => parser.ParseUnary());
        }

        return left;
    }

    private ExpressionSyntax ParseUnary()
    {
        if (Kind != TokenKind.Minus)
        {
            return ParsePostfix();
        }

        if (_depth >= DeepestNesting)
        {
            return SkipTooDeep();
        }

        var start = Take().Span.Start;
        _depth++;
        var operand = ParseUnary();
        _depth--;
        _height++;
        return new UnarySyntax(UnaryOperator.Negate, operand, SpanFrom(start));
    }

    /// <summary>Reads an operator and its right side; a chain that grows too tall becomes a missing expression.</summary>
    private ExpressionSyntax Grow(ExpressionSyntax left, FoundOperator found, Func<Parser, ExpressionSyntax> parseRight)
    {
        var height = _height;
        var first = Take();
        for (var taken = 1; taken < found.Tokens; taken++)
        {
            Take();
        }

        var operatorSpan = SpanFrom(first.Span.Start);
        var right = parseRight(this);
        _height = Math.Max(height, _height) + 1;
        if (_height > TallestTree)
        {
            return TooTall(operatorSpan);
        }

        return new BinarySyntax(found.Operator, left, right, operatorSpan, left.Span.To(right.Span));
    }
}
