using System.Collections.Immutable;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

public sealed partial class Parser
{
    /// <summary>The tokens among which the `{` of a block is looked for.</summary>
    private const int LongestHeader = 64;

    /// <summary>The word whose block of statements follows the expression that is read; -1 where none does.</summary>
    private int _header = -1;

    /// <summary>`{ statement … }`.</summary>
    private ImmutableArray<StatementSyntax> ParseStatements(string owner, bool isBranch = false)
    {
        if (_depth >= DeepestNesting)
        {
            SkipStatementsTooDeep();
            return [];
        }

        if (Kind != TokenKind.OpenBrace && !AtStatement && IsOnThisLine(TokenKind.OpenBrace, LongestHeader))
        {
            ReportTrailing(owner);
            SkipTo(TokenKind.OpenBrace);
        }

        if (AtBareStatements)
        {
            return ParseBareStatements(owner);
        }

        _depth++;
        var statements = ImmutableArray.CreateBuilder<StatementSyntax>();
        var block = OpenBlock(owner);
        while (InBlock(ref block) && !AtActionPart && !AtWayOn && !(isBranch && AtWord("else")))
        {
            if (ParseStatement(owner) is { } statement)
            {
                statements.Add(statement);
            }

            SkipStatementSeparator();
        }

        CloseBlock(block);
        _depth--;
        return statements.DrainToImmutable();
    }

    /// <summary>`for item in source [where condition] [sort keys] [limit number] { … }`.</summary>
    private ForSyntax ParseFor()
    {
        var header = _position;
        var start = Take().Span.Start;
        var bracket = TakeLoopBracket();
        var item = ParseName();
        ExpectIn();
        var source = InHeader(header, static parser => parser.ParseCoalesce());
        var where = TryTakeWord("where") ? InHeader(header, static parser => parser.ParseExpression()) : null;
        var sort = TryTakeWord("sort") ? InHeader(header, static parser => parser.ParseSortKeys()) : [];
        var limit = TryTakeWord("limit") ? ParseNumber() : null;
        CloseLoopBracket(bracket);
        return new ForSyntax(item, source, ParseStatements("`for`"), SpanFrom(start))
        {
            Where = where,
            Sort = sort,
            Limit = limit,
        };
    }

    /// <summary>`if condition { … } [else { … }]`, where `else` may go on with another `if`.</summary>
    private WhenSyntax ParseWhen()
    {
        var header = _position;
        var start = Take().Span.Start;
        var condition = InHeader(header, static parser => parser.ParseExpression());
        SkipThen();
        var then = ParseStatements("`if`", isBranch: true);
        return new WhenSyntax(condition, then, ParseElse(), SpanFrom(start));
    }

    private ImmutableArray<StatementSyntax> ParseElse()
    {
        var isOneWord = ReportForeignElse();
        if (!isOneWord && !TryTakeWord("else"))
        {
            return [];
        }

        if (!(isOneWord || AtWord("if")) || _depth >= DeepestNesting)
        {
            return ParseStatements("`else`");
        }

        _depth++;
        ImmutableArray<StatementSyntax> other = [ParseWhen()];
        _depth--;
        return other;
    }

    /// <summary>Reads what stands before a block of statements, whose brace opens no object.</summary>
    private T InHeader<T>(int header, Func<Parser, T> parse)
    {
        var (outerHeader, outerBracket) = (_header, _bracket);
        _header = _bracket = header;
        var read = parse(this);
        (_header, _bracket) = (outerHeader, outerBracket);
        return read;
    }

    /// <summary>The brace here belongs to the block of statements, unless a key follows it.</summary>
    private bool AtStatements =>
        _bracket == _header
        && Kind == TokenKind.OpenBrace
        && !(Peek(1).Kind == TokenKind.Word && Peek(2).Kind == TokenKind.Colon);
}
