using System.Globalization;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Syntax.Rules;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

public sealed partial class Parser
{
    private const long LongestSeconds = 100L * 366 * 86400;
    private const long MostMonths = 12 * 1000;

    private LiteralSyntax ParseInteger()
    {
        var token = Take();
        var value = ParseWhole(token);
        if (Kind == TokenKind.Word && Peek(1).Kind != TokenKind.Colon && MonthsIn(TextOf(Current)) is var months and > 0)
        {
            Take();
            var span = SpanFrom(token.Span.Start);
            return new LiteralSyntax(LiteralKind.Months, Bounded(value, months, MostMonths, span), span);
        }

        if (Kind == TokenKind.Word && Peek(1).Kind != TokenKind.Colon && SecondsIn(TextOf(Current)) is var seconds and > 0)
        {
            ReportWordUnit(token, Take());
            var span = SpanFrom(token.Span.Start);
            var length = TimeSpan.FromSeconds(Bounded(value, seconds, LongestSeconds, span));
            return new LiteralSyntax(LiteralKind.Duration, length, span);
        }

        return new LiteralSyntax(LiteralKind.Integer, value, token.Span);
    }

    private static int MonthsIn(ReadOnlySpan<char> word) => word switch
    {
        "month" or "months" => 1,
        "year" or "years" => 12,
        _ => 0,
    };

    private static long SecondsIn(ReadOnlySpan<char> word) => word switch
    {
        "second" or "seconds" => 1,
        "minute" or "minutes" => 60,
        "hour" or "hours" => 3600,
        "day" or "days" => 86400,
        "week" or "weeks" => 7 * 86400,
        _ => 0,
    };

    private void ReportWordUnit(Token number, Token unit)
    {
        var isWeeks = TextOf(unit) is "week" or "weeks";
        var written = isWeeks
            ? (ParseWhole(number) * 7).ToString(CultureInfo.InvariantCulture) + "d"
            : TextOf(number).ToString() + Units.ShortFor(TextOf(unit));
        var span = number.Span.To(unit.Span);
        ReportHabit(_report.Finding<UnknownUnit>(span, $"{Show(unit)} is not a unit")
            .WithHelp("use a unit as in `30s`, `5m`, `2h` or `14d`; only months and years are words")
            .WithFix(_report.Replacing(span, written, $"write `{written}`")));
    }

    private LiteralSyntax ParseDecimal()
    {
        var token = Take();
        var text = TextOf(token);
        if (text.Length <= 29
            && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            return new LiteralSyntax(LiteralKind.Decimal, value, token.Span);
        }

        ReportTooLarge(token.Span, "a decimal has at most 28 digits");
        return new LiteralSyntax(LiteralKind.Decimal, 0m, token.Span);
    }

    private long ParseWhole(Token token)
    {
        if (long.TryParse(TextOf(token), NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }

        // A number with an unknown unit is reported already: only its digits count.
        if (!char.IsAsciiDigit(TextOf(token)[^1]))
        {
            return 0;
        }

        ReportTooLarge(token.Span, "a whole number is at most 9223372036854775807");
        return 0;
    }

    private LiteralSyntax ParseDuration()
    {
        var token = Take();
        var seconds = Bounded(WholeBeforeUnit(token, 1), Units.SecondsIn(TextOf(token)[^1]), LongestSeconds, token.Span);
        return new LiteralSyntax(LiteralKind.Duration, TimeSpan.FromSeconds(seconds), token.Span);
    }

    private LiteralSyntax ParseSize()
    {
        var token = Take();
        var bytes = Bounded(WholeBeforeUnit(token, 2), Units.BytesIn(TextOf(token)[^2]), long.MaxValue, token.Span);
        return new LiteralSyntax(LiteralKind.Bytes, bytes, token.Span);
    }

    private long WholeBeforeUnit(Token token, int unitLength)
    {
        var digits = TextOf(token)[..^unitLength];
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : long.MaxValue;
    }

    private long Bounded(long value, long unit, long most, TextSpan span)
    {
        if (value <= most / unit)
        {
            return value * unit;
        }

        ReportTooLarge(span, "write a smaller number");
        return 0;
    }

    private void ReportTooLarge(TextSpan span, string fact) =>
        ReportHabit(_report.Finding<NumberTooLarge>(span, $"{Show(span)} is too large")
            .WithNote(fact)
            .WithHelp("use a smaller number"));
}
