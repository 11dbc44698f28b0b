using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Syntax.Rules;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

/// <summary>Parts of an action that are none.</summary>
public sealed partial class Parser
{
    private ActionSyntax ParseForeignActionPart(ActionSyntax action)
    {
        var word = Current;
        if (Kind != TokenKind.Word)
        {
            return action;
        }

        if (IsWord(word, "check") && AtRequireLikeCheck)
        {
            return action with { Requires = action.Requires.Add(ParseRequireLikeCheck()) };
        }

        if (IsWord(word, "on") && Peek(1).Kind == TokenKind.Word)
        {
            ReportHabit(_report.Finding<MissingWord>(word.Span, "`start` is missing before `on`")
                .WithHelp("write `start` before it")
                .WithFix(_report.Inserting(word.Span.Start, "start ", "insert `start`")));
            return action with { Starts = action.Starts.Add(ParseStart(word.Span.Start)) };
        }

        if (AtStatement || AtAssignment)
        {
            return action with { Body = action.Body.AddRange(ParseStatementsOutside(action.Body.IsEmpty)) };
        }

        if (Peek(1).Kind == TokenKind.OpenBrace && ForeignWords.ActionPartFor(TextOf(word)) is { Length: > 0 } meant)
        {
            ReportHabit(_report.Finding<UnknownWord>(word.Span, $"{Show(word)} has no meaning in an action")
                .WithHelp($"write `{meant}`")
                .WithFix(_report.Replacing(word.Span, meant, $"write `{meant}`")));
            return ParseActionPartOf(meant, action) ?? action;
        }

        SkipUnknownWord("an action", Vocabulary.ActionParts.All);
        return action;
    }

    /// <summary>Steps that stand next to the parts of the action: they are read, and one finding for all of them.</summary>
    private ImmutableArray<StatementSyntax> ParseStatementsOutside(bool isOnly)
    {
        var word = Current;
        var findings = _report.Count;
        var statements = ImmutableArray.CreateBuilder<StatementSyntax>();
        while (Kind == TokenKind.Word && (AtStatement || AtAssignment))
        {
            if (ParseStatement("an action") is { } statement)
            {
                statements.Add(statement);
            }
        }

        var found = _report.Finding<UnexpectedText>(word.Span, $"{Show(word)} stands outside of `do`")
            .WithHelp("write the steps between the braces of `do { … }`");
        var isMendable = isOnly && Kind == TokenKind.CloseBrace && findings == _report.Count;
        ReportHabit(isMendable
            ? found.WithFix(new Fix(FixSafety.Safe, "write `do { … }` around the steps", [
                new TextEdit(_source.Path, new TextSpan(word.Span.Start, 0), "do {\n"),
                new TextEdit(_source.Path, new TextSpan(Previous.Span.End, 0), "\n}"),
            ]))
            : found);
        return statements.DrainToImmutable();
    }

    /// <summary>`do:`, `access: to …`: goes on at the colon, as if it were the word.</summary>
    private void SkipToColonBehindPart()
    {
        if (Kind != TokenKind.Word || Peek(1).Kind != TokenKind.Colon || !Vocabulary.ActionParts.Contains(TextOf(Current)))
        {
            return;
        }

        var word = Take();
        ReportHabit(_report.Finding<UnexpectedText>(Current.Span, $"`:` does not belong behind {Show(word)}")
            .WithHelp("remove it")
            .WithFix(_report.Replacing(Current.Span, " ", "remove `:`")));
    }

    /// <summary>`access { to signed in   to Editor }`, in the form that the access of an entity has.</summary>
    private ImmutableArray<ActionAccessSyntax> ParseBracedAccess()
    {
        var open = Take();
        var rules = ImmutableArray.CreateBuilder<ActionAccessSyntax>();
        var edits = ImmutableArray.CreateBuilder<TextEdit>();
        edits.Add(new TextEdit(_source.Path, WithSpace(open), ""));
        while (AtWord("to"))
        {
            var start = Current.Span.Start;
            if (rules.Count > 0)
            {
                edits.Add(new TextEdit(_source.Path, new TextSpan(start, 0), "access "));
            }

            rules.Add(ParseActionRule(start));
        }

        edits.Add(new TextEdit(_source.Path, WithSpaceBefore(Current.Span), ""));
        CloseExpression("the access");
        var found = _report.Finding<UnexpectedText>(open.Span, "no `{` stands behind the `access` of an action")
            .WithHelp("write `access to …`, a line for each rule");
        ReportUnlessBroken(Previous.Kind == TokenKind.CloseBrace
            ? found.WithFix(new Fix(FixSafety.Safe, "remove the braces", new(edits.DrainToImmutable())))
            : found);
        return rules.DrainToImmutable();
    }

    /// <summary>`start when OrderPlaced`: behind `start` stands `on`, `every` or `at`.</summary>
    private bool ExpectOn()
    {
        var word = Current;
        if (Kind != TokenKind.Word || IsWord(word, "on") || Peek(1).Kind != TokenKind.Word || IsWord(Peek(1), "as"))
        {
            return ExpectWord("on") || MayContinue;
        }

        var found = _report.Finding<UnknownWord>(word.Span, $"{Show(word)} has no meaning behind `start`")
            .WithHelp("write `on` and an event, `every` and a time, or `at` and a path");
        if (TextOf(word) is "when" or "after")
        {
            Take();
            ReportHabit(found.WithFix(_report.Replacing(word.Span, "on", "write `on`")));
            return true;
        }

        ReportWord(found);
        SkipUntil(() => AtItemEnd([]) || AtActionPart);
        return false;
    }

    /// <summary>`action PlaceOrder(order: Order) {`.</summary>
    private ImmutableArray<FieldSyntax> ParseRoundInputs()
    {
        var open = Current.Span;
        var inputs = ParseRoundList();
        var span = SpanFrom(open.Start);
        var found = _report.Finding<InputsInBrackets>(span, "the inputs of an action stand between its braces")
            .WithHelp("write `input { … }` behind the `{`");
        var isWhole = Previous.Kind == TokenKind.CloseParenthesis && Kind == TokenKind.OpenBrace;
        var written = _source.Text.AsSpan(span.Start + 1, Math.Max(0, span.Length - 2)).Trim().ToString();
        var part = written.Length == 0 ? "" : $"\ninput {{ {written} }}";
        ReportUnlessBroken(isWhole
            ? found.WithFix(new Fix(FixSafety.Safe, "write `input { … }`", [
                new TextEdit(_source.Path, WithSpaceBefore(span), ""),
                new TextEdit(_source.Path, new TextSpan(Current.Span.End, 0), part),
            ]))
            : found);
        return inputs;
    }

    /// <summary>`event OrderPlaced(order: Order, total: decimal(12, 2))`.</summary>
    private ImmutableArray<FieldSyntax> ParseRoundFields()
    {
        var open = Current.Span;
        var commas = new List<TextSpan>();
        var fields = ParseRoundList(commas);
        var span = SpanFrom(open.Start);
        var found = _report.Finding<InputsInBrackets>(span, "the fields of an event stand between braces")
            .WithHelp("write `{` and `}`, and no commas");
        ReportUnlessBroken(Previous.Kind == TokenKind.CloseParenthesis
            ? found.WithFix(new Fix(FixSafety.Safe, "write `{` and `}`", new([
                new TextEdit(_source.Path, open, " { "),
                .. commas.Select(comma => new TextEdit(_source.Path, comma, " ")),
                new TextEdit(_source.Path, Previous.Span, " }"),
            ])))
            : found);
        return fields;
    }

    private ImmutableArray<FieldSyntax> ParseRoundList(List<TextSpan>? commas = null)
    {
        Take();
        var fields = ImmutableArray.CreateBuilder<FieldSyntax>();
        while (AtFieldStart)
        {
            fields.Add(ParseField());
            if (Kind == TokenKind.Comma)
            {
                var comma = Take().Span;
                commas?.Add(comma);
            }
        }

        CloseWith(TokenKind.CloseParenthesis);
        return fields.DrainToImmutable();
    }
}
