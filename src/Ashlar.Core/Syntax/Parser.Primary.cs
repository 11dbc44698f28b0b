using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Syntax.Rules;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

public sealed partial class Parser
{
    private ExpressionSyntax ParsePostfix()
    {
        var expression = ParsePrimary();
        while (Kind == TokenKind.Dot)
        {
            Take();
            var name = ParseName();
            _height++;
            expression = _height > TallestTree
                ? TooTall(name.Span)
                : new MemberAccessSyntax(expression, name, expression.Span.To(name.Span));
            if (Kind == TokenKind.OpenParenthesis)
            {
                expression = ParseMemberCall(expression);
            }
        }

        return expression;
    }

    private ExpressionSyntax ParsePrimary()
    {
        _height = 1;
        switch (Kind)
        {
            case TokenKind.Word when !AtNextConstruct:
                return ParseWordExpression();
            case TokenKind.Integer:
                return ParseInteger();
            case TokenKind.Decimal:
                return ParseDecimal();
            case TokenKind.Duration:
                return ParseDuration();
            case TokenKind.Size:
                return ParseSize();
            case TokenKind.Text:
                return ParseTextExpression();
            case TokenKind.OpenParenthesis:
                return ParseParenthesized();
            case TokenKind.OpenBracket:
                return ParseList();
            case TokenKind.OpenBrace when !AtStatements:
                return ParseObject();
            default:
                return MissingExpression();
        }
    }

    private ExpressionSyntax ParseWordExpression()
    {
        var next = Peek(1).Kind;
        if (next == TokenKind.OpenParenthesis && !AtReservedWord)
        {
            return Vocabulary.Comprehensions.Contains(TextOf(Current)) ? ParseComprehension() : ParseCall();
        }

        if (next == TokenKind.Text && IsMomentWord(Current))
        {
            return ParseMoment();
        }

        if (!AtReservedWord)
        {
            var name = ParseName();
            return new NameExpressionSyntax(name, name.Span);
        }

        return ParseReservedWord();
    }

    private bool AtReservedWord => Vocabulary.Reserved.Contains(TextOf(Current));

    private ExpressionSyntax ParseReservedWord()
    {
        LiteralKind? kind = TextOf(Current) switch
        {
            "null" => LiteralKind.Null,
            "true" => LiteralKind.True,
            "false" => LiteralKind.False,
            _ => null,
        };
        if (kind is null)
        {
            return MissingExpression();
        }

        object? value = kind == LiteralKind.Null ? null : kind == LiteralKind.True;
        return new LiteralSyntax(kind.Value, value, Take().Span);
    }

    private MissingExpressionSyntax MissingExpression()
    {
        ReportMissing<MissingExpression>("an expression", "write a value, a name or a condition", "");
        return new MissingExpressionSyntax(Gap);
    }

    private ExpressionSyntax ParseParenthesized()
    {
        var outer = _bracket;
        _bracket = _position;
        var start = Take().Span.Start;
        var inner = ParseExpression();
        CloseWith(TokenKind.CloseParenthesis);
        _bracket = outer;
        return inner with { Span = SpanFrom(start) };
    }

    private ListSyntax ParseList()
    {
        var outer = _bracket;
        _bracket = _position;
        var start = Take().Span.Start;
        var items = ImmutableArray.CreateBuilder<ExpressionSyntax>();
        var height = 0;
        while (Kind is not (TokenKind.CloseBracket or TokenKind.EndOfFile))
        {
            items.Add(ParseExpression());
            height = Math.Max(height, _height);
            if (!TryTakeItemSeparator(TokenKind.CloseBracket))
            {
                break;
            }
        }

        CloseWith(TokenKind.CloseBracket);
        _bracket = outer;
        _height = height + 1;
        return new ListSyntax(items.DrainToImmutable(), SpanFrom(start));
    }

    private ObjectSyntax ParseObject()
    {
        var start = Current.Span.Start;
        var fields = ParseArguments(TokenKind.CloseBrace);
        ReportNamelessFields(fields);
        return new ObjectSyntax(fields, SpanFrom(start));
    }

    private ExpressionSyntax ParseCall()
    {
        if (Peek(2).Kind == TokenKind.CloseParenthesis && TextOf(Current) is "now" or "today")
        {
            return ParseMomentCall();
        }

        var hasNamedArgument = Peek(2).Kind == TokenKind.Word && Peek(3).Kind == TokenKind.Colon;
        if (!hasNamedArgument && ForeignWords.MemberFor(TextOf(Current)) is { Length: > 0 } member)
        {
            return ParseMemberFunction(member);
        }

        var name = ParseName();
        return ParseCallOf(new QualifiedNameSyntax(null, name, name.Span));
    }

    private CallSyntax ParseCallOf(QualifiedNameSyntax function)
    {
        var arguments = ParseArguments(TokenKind.CloseParenthesis);
        RememberPositional(function, arguments);
        return new CallSyntax(function, arguments, SpanFrom(function.Span.Start));
    }

    /// <summary>`name: value` with commas between, from an opening to its closing mark.</summary>
    private ImmutableArray<ArgumentSyntax> ParseArguments(TokenKind closer)
    {
        var outer = _bracket;
        _bracket = _position;
        Take();
        var arguments = ImmutableArray.CreateBuilder<ArgumentSyntax>();
        var height = 0;
        while (Kind != closer && !AtBlockEnd && !AtNextStep)
        {
            arguments.Add(ParseArgument());
            height = Math.Max(height, _height);
            if (!TryTakeItemSeparator(closer))
            {
                break;
            }
        }

        CloseWith(closer);
        _bracket = outer;
        _height = height + 1;
        return arguments.DrainToImmutable();
    }

    /// <summary>A name and right behind it the start of a value.</summary>
    private bool AtArgumentWithoutColon =>
        Kind == TokenKind.Word
        && !AtReservedWord
        && !IsMomentWord(Current)
        && (Peek(1).Kind is TokenKind.Integer or TokenKind.Decimal or TokenKind.Duration or TokenKind.Text
                or TokenKind.OpenBracket or TokenKind.OpenBrace
            || (Peek(1).Kind == TokenKind.Word && !Vocabulary.Continuations.Contains(TextOf(Peek(1)))));

    private ArgumentSyntax ParseArgument()
    {
        var start = Current.Span.Start;
        if (AtFieldStart)
        {
            var name = TakeName();
            Take();
            return new ArgumentSyntax(name, ParseExpression(), SpanFrom(start));
        }

        if (Kind == TokenKind.Word && Peek(1).Kind == TokenKind.Assign)
        {
            var name = TakeName();
            ReportEqualsForColon(Take());
            return new ArgumentSyntax(name, ParseExpression(), SpanFrom(start));
        }

        if (AtArgumentWithoutColon)
        {
            var name = TakeName();
            ReportMissingColon(name);
            return new ArgumentSyntax(name, ParseExpression(), SpanFrom(start));
        }

        var findings = _report.Count;
        var value = ParseExpression();
        var isReported = findings != _report.Count;
        var span = SpanFrom(start);
        return new ArgumentSyntax(
            new NameSyntax("", new TextSpan(start, 0)), isReported ? new MissingExpressionSyntax(span) : value, span);
    }
}
