using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Syntax.Rules;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

public sealed partial class Parser
{
    private const string SomeDecimal = "decimal(12, 2)";

    private TypeRefSyntax ReplaceForeignType(TypeRefSyntax type)
    {
        var meant = type.Name.Qualifier is null ? ForeignTypes.MeantBy(type.Name.Name.Text) : "";
        if (meant.Length == 0)
        {
            return type;
        }

        var (text, span, isComplete) = ForeignTypeEdit(type, meant);
        var name = type.Name.Name;
        var safety = meant == "decimal" && !isComplete ? FixSafety.Unsafe : FixSafety.Safe;
        ReportHabit(_report.Finding<ForeignType>(name.Span, $"`{name.Text}` is not the name of a type here")
            .WithHelp($"write `{text}`")
            .WithFix(Fix.Replace(safety, _report.At(span), text, $"replace `{name.Text}` with `{text}`")));

        // An incomplete type would only be reported a second time.
        var known = new NameSyntax(isComplete ? meant : "", name.Span);
        return type with
        {
            Name = new QualifiedNameSyntax(null, known, name.Span),
            Arguments = meant == "decimal" ? type.Arguments : [],
        };
    }

    /// <summary>The text that replaces a foreign type, where, and whether it says all that the type needs.</summary>
    private (string Text, TextSpan Span, bool IsComplete) ForeignTypeEdit(TypeRefSyntax type, string meant)
    {
        var name = type.Name.Span;
        if (meant == "decimal")
        {
            return type.Arguments.IsEmpty ? (SomeDecimal, name, false) : (meant, name, true);
        }

        if (meant != "text")
        {
            return (meant, name, true);
        }

        if (type.Arguments is [var length])
        {
            var end = _source.Text.IndexOf(')', length.Span.End, Math.Min(8, _source.Text.Length - length.Span.End)) + 1;
            var optional = type.IsOptional ? "?" : "";
            var bound = IsMaxAhead() ? "" : $" max {length.Value}";
            return ($"text{optional}{bound}", TextSpan.FromBounds(name.Start, Math.Max(end, type.Span.End)), false);
        }

        if (IsMaxAhead())
        {
            return (meant, name, true);
        }

        return (type.IsOptional || type.IsList ? meant : "text max 200", name, false);
    }

    /// <summary>Whether the field says how long its text may be.</summary>
    private bool IsMaxAhead()
    {
        for (var distance = 0; distance < 16 && !IsFirstOnLine(Math.Min(_position + distance, _tokens.Length - 1)); distance++)
        {
            if (IsWord(Peek(distance), "max") || IsWord(Peek(distance), "length"))
            {
                return true;
            }
        }

        return false;
    }

    private void ReportRequiredMark(Token mark) =>
        ReportHabit(_report.Finding<RequiredMark>(mark.Span, $"{Show(mark)} says nothing: a field without `?` always has a value")
            .WithHelp("remove it")
            .WithFix(_report.Removing(mark.Span, $"remove {Show(mark)}")));

    /// <summary>`T | null`.</summary>
    private TypeRefSyntax ParseNullUnion(TypeRefSyntax type)
    {
        var end = Previous.Span.End;
        var bar = Take();
        if (Kind != TokenKind.Word || TextOf(Current) is not ("null" or "undefined" or "None" or "nil"))
        {
            Report(_report.Finding<UnexpectedText>(bar.Span, "`|` does not continue a type")
                .WithHelp("declare an `enum` for a choice of values"));
            if (Kind == TokenKind.Word && !AtFieldStart)
            {
                ParseQualifiedName();
            }

            return type;
        }

        var last = Take();
        var edit = TextSpan.FromBounds(end, last.Span.End);
        ReportHabit(_report.Finding<NullUnion>(bar.Span.To(last.Span), "a type that may be null is written with `?`")
            .WithHelp("write `?` right after the type")
            .WithFix(_report.Replacing(edit, "?", "write `?`")));
        return type with { IsOptional = true };
    }

    /// <summary>`[Type]`.</summary>
    private TypeRefSyntax ParseBracketedList()
    {
        var open = Take();
        if (_depth >= DeepestNesting)
        {
            ReportDepth(open.Span);
            return new TypeRefSyntax(new QualifiedNameSyntax(null, MissingName, Gap), open.Span);
        }

        _depth++;
        var item = ParseTypeRef();
        _depth--;
        var close = Current;
        if (!Expect(TokenKind.CloseBracket))
        {
            return item;
        }

        var span = open.Span.To(close.Span);
        ReportHabit(_report.Finding<BracketedList>(span, "the brackets of a list stand behind its type")
            .WithHelp("write `Type[]`")
            .WithFix(new Fix(FixSafety.Safe, "move the brackets behind the type", [
                new TextEdit(_source.Path, open.Span, ""),
                new TextEdit(_source.Path, close.Span, "[]"),
            ])));
        var list = ParseTypeSuffixes(item with { IsList = true });
        return list with { Span = SpanFrom(open.Span.Start) };
    }

    /// <summary>`List&lt;T&gt;` and the like.</summary>
    private TypeRefSyntax ParseGenericList(TypeRefSyntax type)
    {
        var outer = type.Name.Name;
        var open = Take();
        if (Kind != TokenKind.Word || Peek(1).Kind != TokenKind.Greater)
        {
            Report(_report.Finding<UnexpectedText>(open.Span, "`<` does not continue a type")
                .WithHelp("write `Type[]` for a list"));
            return type;
        }

        var item = ParseQualifiedName();
        var close = Take();
        var isOptional = outer.Text is "Optional" or "Nullable" or "Maybe" or "Option";
        var suffix = isOptional ? "?" : "[]";
        var message = $"`{suffix}` behind a type says what `<>` says elsewhere";
        ReportHabit(_report.Finding<BracketedList>(outer.Span.To(close.Span), message)
            .WithHelp($"write `{item}{suffix}`")
            .WithFix(new Fix(FixSafety.Safe, $"write `{item}{suffix}`", [
                new TextEdit(_source.Path, TextSpan.FromBounds(outer.Span.Start, open.Span.End), ""),
                new TextEdit(_source.Path, close.Span, suffix),
            ])));
        return new TypeRefSyntax(item, default) { IsOptional = isOptional, IsList = !isOptional };
    }
}
