using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Syntax.Rules;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

public sealed partial class Parser
{
    /// <summary>A colon may follow what is read: that of a comprehension, before its value.</summary>
    private bool _isBeforeColon;

    /// <summary>`KIND(item in source [where condition] [sort keys] [: value])`.</summary>
    private ExpressionSyntax ParseComprehension()
    {
        var word = Current;
        if (Peek(2).Kind != TokenKind.Word || !IsWord(Peek(3), "in"))
        {
            return ParseComprehensionWithoutItem();
        }

        Take();
        var bracket = _bracket;
        _bracket = _position;
        Take();
        var item = TakeName();
        Take();
        var outer = _isBeforeColon;
        _isBeforeColon = true;
        var source = ParseCoalesce();
        var comprehension = new ComprehensionSyntax(ComprehensionOf(TextOf(word)), item, source, default);
        comprehension = ParseComprehensionRest(comprehension, word.Span.Start);
        (_isBeforeColon, _bracket) = (outer, bracket);
        return comprehension;
    }

    private ComprehensionSyntax ParseComprehensionRest(ComprehensionSyntax comprehension, int start)
    {
        var height = _height;
        if (ParseWhere() is { } where)
        {
            comprehension = comprehension with { Where = where };
            height = Math.Max(height, _height);
        }

        if (TryTakeWord("sort"))
        {
            comprehension = comprehension with { Sort = ParseSortKeys() };
            height = Math.Max(height, _height);
        }

        if (TryTake(TokenKind.Colon))
        {
            comprehension = comprehension with { Select = ParseExpression() };
            height = Math.Max(height, _height);
        }

        CloseWith(TokenKind.CloseParenthesis);
        _height = height + 1;
        return comprehension with { Span = SpanFrom(start) };
    }

    private static ComprehensionKind ComprehensionOf(ReadOnlySpan<char> word) => word switch
    {
        "any" => ComprehensionKind.Any,
        "all" => ComprehensionKind.All,
        "count" => ComprehensionKind.Count,
        "sum" => ComprehensionKind.Sum,
        "min" => ComprehensionKind.Min,
        "max" => ComprehensionKind.Max,
        "average" => ComprehensionKind.Average,
        "list" => ComprehensionKind.List,
        _ => ComprehensionKind.First,
    };

    private ImmutableArray<SortKeySyntax> ParseSortKeys() => ParseSeparated(static parser => parser.ParseSortKey());

    private SortKeySyntax ParseSortKey()
    {
        var value = ParseCoalesce();
        var isDescending = TryTakeWord("desc");
        if (!isDescending && AtWord("asc"))
        {
            ReportAscending(Take());
        }

        return new SortKeySyntax(value, isDescending, SpanFrom(value.Span.Start));
    }

    /// <summary>A field, or fields behind references: `author.name`.</summary>
    private ExpressionSyntax ParsePath()
    {
        var name = ParseName();
        ExpressionSyntax path = new NameExpressionSyntax(name, name.Span);
        var length = 1;
        while (TryTake(TokenKind.Dot))
        {
            var member = ParseName();
            path = ++length > TallestTree
                ? TooTall(member.Span)
                : new MemberAccessSyntax(path, member, path.Span.To(member.Span));
        }

        return path;
    }

    private ExpressionSyntax? ParseWhere() => TryTakeWord("where") ? ParseExpression() : null;
}
