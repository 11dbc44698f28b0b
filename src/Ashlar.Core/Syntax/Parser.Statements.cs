using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Syntax.Rules;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

public sealed partial class Parser
{
    /// <summary>The condition of a `require` is read, which an `else` ends.</summary>
    private bool _isBeforeElse;

    private StatementSyntax? ParseStatement(string owner) =>
        ParseStatementOf(TextOf(Current)) ?? ParseForeignStatement(owner);

    /// <summary>The statement that begins with this word, or nothing where none does.</summary>
    private StatementSyntax? ParseStatementOf(ReadOnlySpan<char> word) => word switch
    {
        "let" => ParseLet(),
        "set" => ParseSet(),
        "move" => ParseMove(),
        "create" => ParseNewRow(),
        "delete" => ParseRemoveRow(),
        "emit" => ParseEmit(),
        "run" => ParseRun(),
        "require" => ParseRequire(),
        "for" => ParseFor(),
        "if" => ParseWhen(),
        "grant" or "revoke" => ParseGrant(),
        "add" when AtLink("to") || !LooksLikeStatement("create") => ParseLink(),
        "remove" when AtLink("from") => ParseLink(),
        "authenticate" => ParseAuthenticate(),
        "sign" => ParseSignInStep(),
        "apply" => ParseApply(),
        _ => null,
    };

    private void SkipUnknownStatement(string owner)
    {
        if (Kind == TokenKind.Word)
        {
            ReportUnknownWord($"in {owner}", Vocabulary.Statements.All);
            SkipUntil(() => AtStep || AtItemEnd([]));
        }
    }

    private StatementSyntax ParseLet()
    {
        var start = Take().Span.Start;
        var name = ParseName();
        SkipTypeOfName();
        if (Kind == TokenKind.Assign && TextOf(Peek(1)) is "create" or "new" && AtNewRow(2))
        {
            return ParseLetOfNewRow(name, start);
        }

        if (Kind == TokenKind.Assign && IsWord(Peek(1), "run") && AtNewRow(2))
        {
            return ParseLetOfRun();
        }

        return new LetSyntax(name, ParseAssigned(name.Span), SpanFrom(start));
    }

    private SetSyntax ParseSet()
    {
        var start = Take().Span.Start;
        var target = ParsePostfix();
        if (Kind == TokenKind.OpenBrace && target is not MissingExpressionSyntax)
        {
            return ParseSetOfSeveral(target, start);
        }

        var (row, field) = FieldIn(target);
        return new SetSyntax(row, field, ParseAssigned(target.Span), SpanFrom(start));
    }

    private MoveSyntax ParseMove()
    {
        var start = Take().Span.Start;
        var (row, field) = ParseTarget();
        var from = TryTakeWord("from") ? ParseNames() : [];
        var to = ExpectTo() || MayContinue ? ParseNewState() : MissingName;
        return new MoveSyntax(row, field, to, SpanFrom(start)) { From = from };
    }

    /// <summary>A row and its field: what stands behind the last dot.</summary>
    private (ExpressionSyntax Row, NameSyntax Field) ParseTarget() => FieldIn(ParsePostfix());

    private (ExpressionSyntax Row, NameSyntax Field) FieldIn(ExpressionSyntax target)
    {
        if (target is MemberAccessSyntax member)
        {
            return (member.Target, member.Name);
        }

        if (target is not MissingExpressionSyntax)
        {
            ReportMissing<MissingName>("a field", "write the row and its field, as in `order.total`", "");
        }

        return (target, MissingName);
    }

    private NewRowSyntax ParseNewRow()
    {
        var first = _position;
        var start = Take().Span.Start;
        if (TextOf(Current) is "new" or "into" && Peek(1).Kind == TokenKind.Word)
        {
            ReportStatement(Current, "remove it", Removing(Current));
            Take();
        }

        var entity = ParseQualifiedName();
        var values = ParseValues(first);
        return new NewRowSyntax(entity, values, TryTakeWord("as") ? ParseName() : null, SpanFrom(start));
    }

    private RemoveRowSyntax ParseRemoveRow()
    {
        var start = Take().Span.Start;
        return new RemoveRowSyntax(ParsePostfix(), SpanFrom(start));
    }

    private EmitSyntax ParseEmit()
    {
        var first = _position;
        var start = Take().Span.Start;
        var name = ParseQualifiedName();
        return new EmitSyntax(name, ParseValues(first), SpanFrom(start));
    }

    private RunSyntax ParseRun()
    {
        var first = _position;
        var start = Take().Span.Start;
        var action = ParseQualifiedName();
        var inputs = ParseValues(first);
        var name = TryTakeWord("as") ? ParseName() : null;
        return new RunSyntax(action, inputs, SpanFrom(start)) { As = name };
    }

    /// <summary>`{ name: value }`, also where there is nothing to give.</summary>
    private ObjectSyntax ParseValues(int first)
    {
        if (AtWord("with") && Peek(1).Kind == TokenKind.OpenBrace)
        {
            ReportStatement(Current, "remove it", Removing(Current));
            Take();
        }

        if (Kind == TokenKind.OpenBrace)
        {
            return ParseObject();
        }

        if (Kind == TokenKind.OpenParenthesis && !IsFirstOnLine(_position))
        {
            return ParseRoundValues();
        }

        // The brace of the block stands on this line only where the statement does not begin its own.
        var isClosed = Kind == TokenKind.CloseBrace && IsFirstOnLine(first);
        if (!IsFirstOnLine(_position) && (isClosed || AtFieldStart))
        {
            Expect(TokenKind.OpenBrace);
            SkipTo(TokenKind.CloseBrace);
            TryTake(TokenKind.CloseBrace);
        }
        else
        {
            ReportMissing<MissingPunctuation>("`{`", "write the values between `{` and `}`", " { }");
        }

        return new ObjectSyntax([], Gap);
    }

    /// <summary>`require condition else Name "message"`, before the steps or among them.</summary>
    private RequireSyntax ParseRequire()
    {
        if (AtRequireLikeCheck)
        {
            return ParseRequireLikeCheck();
        }

        var start = Take().Span.Start;
        var outer = _isBeforeElse;
        _isBeforeElse = true;
        var condition = ParseExpression();
        _isBeforeElse = outer;
        ExpectElse();
        SkipThrow();
        var name = ParseName();
        return new RequireSyntax(condition, name, ParseMessage(), SpanFrom(start));
    }

    private void ExpectElse()
    {
        if (!AtWord("else") && IsElseAhead)
        {
            ReportTrailing("the condition");
            while (!AtWord("else"))
            {
                Take();
            }
        }

        ExpectWord("else");
    }

    /// <summary>Whether an `else` follows in the same statement; not far, so that the search stays cheap.</summary>
    private bool IsElseAhead
    {
        get
        {
            const int farthest = 48;
            for (var position = _position; position < Math.Min(_position + farthest, _tokens.Length); position++)
            {
                var token = _tokens[position];
                var isNext = IsFirstOnLine(position) && Vocabulary.Statements.Contains(TextOf(token));
                if (isNext || token.Kind is TokenKind.OpenBrace or TokenKind.CloseBrace || IsWord(token, "else"))
                {
                    return IsWord(token, "else");
                }
            }

            return false;
        }
    }

    /// <summary>`grant Editor to account` or `revoke Editor from account`.</summary>
    private GrantSyntax ParseGrant()
    {
        var word = Take();
        var isRevoked = IsWord(word, "revoke");
        var role = ParseQualifiedName();
        ExpectWord(isRevoked ? "from" : "to");
        return new GrantSyntax(role, ParsePostfix(), SpanFrom(word.Span.Start)) { IsRevoked = isRevoked };
    }

    /// <summary>`add caller to book.wishedBy` or `remove caller from book.wishedBy`.</summary>
    private LinkSyntax ParseLink()
    {
        var word = Take();
        var isRemoved = IsWord(word, "remove");
        var item = ParsePostfix();
        ExpectWord(isRemoved ? "from" : "to");
        var (row, field) = ParseTarget();
        return new LinkSyntax(item, row, field, SpanFrom(word.Span.Start)) { IsRemoved = isRemoved };
    }

    /// <summary>`apply changes to book`.</summary>
    private ApplySyntax ParseApply()
    {
        var start = Take().Span.Start;
        ExpectWord("changes");
        ExpectWord("to");
        return new ApplySyntax(ParsePostfix(), SpanFrom(start));
    }

    /// <summary>Behind the row that follows stands this word.</summary>
    private bool AtLink(ReadOnlySpan<char> word)
    {
        var distance = 1;
        while (Peek(distance).Kind == TokenKind.Word && Peek(distance + 1).Kind == TokenKind.Dot)
        {
            distance += 2;
        }

        return Peek(distance).Kind == TokenKind.Word && TextOf(Peek(distance + 1)).SequenceEqual(word);
    }
}
