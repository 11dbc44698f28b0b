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
}
