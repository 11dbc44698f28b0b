using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Syntax.Rules;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

public sealed partial class Parser
{
    private int _typeEnd;

    /// <summary>`@id`, `@default(0)`, `@db.VarChar(20)`: read whole, whatever is in its brackets.</summary>
    private ModifierSyntax? ParseAttribute()
    {
        var start = _position;
        while (Kind == TokenKind.Foreign && TextOf(Current) is "@")
        {
            Take();
        }

        var name = Kind == TokenKind.Word ? Take() : Previous;
        if (Kind == TokenKind.Dot && Peek(1).Kind == TokenKind.Word)
        {
            Take();
            Take();
        }

        var argument = Kind == TokenKind.OpenParenthesis ? SkipAttributeArguments() : default;
        var span = _tokens[start].Span.To(Previous.Span);
        var meant = MeantByAttribute(TextOf(name), argument);
        var found = _report.Finding<ForeignAnnotation>(span, $"{Show(span)} has no meaning in a model");
        var edit = meant.Length > 0 ? span : WithSpaceBefore(span);
        ReportHabit(found
            .WithHelp(meant.Length > 0 ? $"write `{meant}`" : HelpForAttribute(TextOf(name)))
            .WithFix(_report.Replacing(edit, meant, meant.Length > 0 ? $"write `{meant}`" : "remove it")));
        return null;
    }

    private TextSpan SkipAttributeArguments()
    {
        var open = Take();
        var depth = 1;
        while (depth > 0 && Kind != TokenKind.EndOfFile && !AtBlockEnd)
        {
            depth += Kind == TokenKind.OpenParenthesis ? 1 : Kind == TokenKind.CloseParenthesis ? -1 : 0;
            Take();
        }

        return TextSpan.FromBounds(open.Span.End, Math.Max(open.Span.End, Previous.Span.Start));
    }

    private string MeantByAttribute(ReadOnlySpan<char> name, TextSpan argument) => name switch
    {
        "unique" => "unique",
        "updatedAt" => "= now on update now",
        "default" => DefaultIn(_source.Text.AsSpan(argument.Start, argument.Length).Trim()),
        _ => "",
    };

    private static string DefaultIn(ReadOnlySpan<char> value) => value switch
    {
        "now()" => "= now",
        "" or "uuid()" or "cuid()" or "autoincrement()" => "",
        _ => $"= {value}",
    };

    private static string HelpForAttribute(ReadOnlySpan<char> name) =>
        name is "id" or "Id" or "ID"
            ? "remove it: every row has its `id`"
            : "remove it, or write the words of the model after the type";

    private TextSpan WithSpaceBefore(TextSpan span)
    {
        var start = span.Start;
        while (start > 0 && _source.Text[start - 1] == ' ')
        {
            start--;
        }

        return TextSpan.FromBounds(start, span.End);
    }

    /// <summary>`not null`: what a field without `?` is anyway.</summary>
    private void ReportNotNull(TextSpan words) =>
        ReportHabit(
            _report.Finding<RequiredMark>(words, $"{Show(words)} says nothing: a field without `?` always has a value")
                .WithHelp("remove it")
                .WithFix(_report.Removing(WithSpaceBefore(words), $"remove {Show(words)}")));

    /// <summary>`on delete set null`.</summary>
    private void ReportSetNull(TextSpan words) =>
        ReportHabit(_report.Finding<UnknownWord>(words, $"{Show(words)} has no meaning after `on delete`")
            .WithHelp("write `clear`; the field has to be optional, so that its type ends with `?`")
            .WithFix(_report.Replacing(words, "clear", "write `clear`")));

    /// <summary>`int >= 0`.</summary>
    private BoundSyntax ParseComparedBound(int start)
    {
        var sign = Take();
        var (kind, word) = sign.Kind == TokenKind.GreaterOrEqual ? (BoundKind.Min, "min") : (BoundKind.Max, "max");
        ReportHabit(_report.Finding<ForeignOperator>(sign.Span, $"{Show(sign)} does not bound a field")
            .WithHelp($"write `{word}`")
            .WithFix(_report.Replacing(sign.Span, word, $"write `{word}`")));
        return new BoundSyntax(kind, ParseUnary(), SpanFrom(start));
    }

    /// <summary>`text max 200?`: the mark belongs to the type.</summary>
    private void ReportLateQuestionMark(Token mark) =>
        ReportHabit(_report.Finding<MisplacedQuestionMark>(mark.Span, "`?` does not stand right after the type")
            .WithHelp("write it behind the type, as in `date?`")
            .WithFix(new Fix(FixSafety.Safe, "move `?` behind the type", [
                new TextEdit(_source.Path, new TextSpan(_typeEnd, 0), "?"),
                new TextEdit(_source.Path, mark.Span, ""),
            ])));
}
