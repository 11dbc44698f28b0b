using System.Globalization;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Syntax.Rules;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

public sealed partial class Parser
{
    private static readonly string[] TimeForms = ["HH:mm", "HH:mm:ss", "HH:mm:ss.fff"];

    private static readonly string[] InstantForms =
        ["yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.fffK"];

    private bool IsMomentWord(Token token) => TextOf(token) is "date" or "time" or "instant";

    /// <summary>`date "2026-03-01"`, `time "14:30"`, `instant "2026-03-01T14:30:00Z"`.</summary>
    private ExpressionSyntax ParseMoment()
    {
        var word = Take();
        var text = Take();
        var span = SpanFrom(word.Span.Start);
        var written = PlainText(text);
        var literal = TextOf(word) switch
        {
            "date" => DateOf(written, span),
            "time" => TimeOf(written, span),
            _ => InstantOf(written, span),
        };
        if (literal is not null)
        {
            return literal;
        }

        var (form, example) = FormOf(TextOf(word));
        ReportHabit(_report.Finding<MalformedMoment>(text.Span, $"{Show(text)} is not {form}")
            .WithHelp($"write it like `{example}`"));
        return new MissingExpressionSyntax(span);
    }

    private static (string Form, string Example) FormOf(ReadOnlySpan<char> word) => word switch
    {
        "date" => ("a date of the calendar", "date \"2026-03-01\""),
        "time" => ("a time of day", "time \"14:30\""),
        _ => ("an instant with its offset", "instant \"2026-03-01T14:30:00Z\""),
    };

    private static LiteralSyntax? DateOf(string text, TextSpan span) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new LiteralSyntax(LiteralKind.Date, date, span)
            : null;

    private static LiteralSyntax? TimeOf(string text, TextSpan span) =>
        TimeOnly.TryParseExact(text, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? new LiteralSyntax(LiteralKind.Time, time, span)
            : null;

    private static LiteralSyntax? InstantOf(string text, TextSpan span)
    {
        var hasOffset = text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');
        const DateTimeStyles exactly = DateTimeStyles.None;
        return hasOffset
            && DateTimeOffset.TryParseExact(text, InstantForms, CultureInfo.InvariantCulture, exactly, out var instant)
            ? new LiteralSyntax(LiteralKind.Instant, instant.ToUniversalTime(), span)
            : null;
    }
}
