using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Syntax.Rules;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

/// <summary>Statements as other languages write them.</summary>
public sealed partial class Parser
{
    private StatementSyntax? ParseForeignStatement(string owner)
    {
        if (Kind != TokenKind.Word)
        {
            return null;
        }

        var word = Current;

        if (IsWord(word, "check") && AtRequireLikeCheck)
        {
            return ParseRequireLikeCheck();
        }

        if (AtAssignment)
        {
            return ParseAssignment();
        }

        var meant = ForeignWords.StatementFor(TextOf(word));
        if (meant.Length > 0 && (LooksLikeStatement(meant) || (meant == "for" && Peek(1).Kind == TokenKind.OpenParenthesis)))
        {
            ReportStatement(word, $"write `{meant}`", _report.Replacing(word.Span, meant, $"write `{meant}`"));
            return ParseStatementOf(meant);
        }

        if (IsWord(word, "await") && Peek(1).Kind == TokenKind.Word)
        {
            ReportStatement(word, "remove it: the steps run one after the other", Removing(word));
            Take();
            return ParseStatement(owner);
        }

        if (IsWord(word, "return") && Peek(1).Kind != TokenKind.Dot)
        {
            SkipReturn();
        }
        else if (AtStatementCall && (IsFirstOnLine(_position) || Previous.Kind == TokenKind.OpenBrace))
        {
            return ParseStatementCall();
        }
        else if (ForeignWords.HelpForStatement(TextOf(word)) is { Length: > 0 } help && Peek(1).Kind != TokenKind.Dot)
        {
            ReportWord(_report.Finding<ForeignStatement>(word.Span, $"{Show(word)} begins no statement").WithHelp(help));
            SkipUntil(() => AtItemEnd([]));
        }
        else
        {
            SkipUnknownStatement(owner);
        }

        return null;
    }

    /// <summary>A comma between two statements.</summary>
    private void SkipStatementSeparator()
    {
        while (Kind == TokenKind.Comma)
        {
            var comma = Take().Span;
            ReportUnlessBroken(StrayCommaAt(comma));
        }
    }

    private void ReportStatement(Token word, string help, Fix fix) =>
        ReportHabit(_report.Finding<ForeignStatement>(word.Span, $"{Show(word)} has no meaning here")
            .WithHelp(help)
            .WithFix(fix));

    private Fix Removing(Token word) => _report.Removing(WithSpace(word), $"remove {Show(word)}");

    /// <summary>`return order`: an action gives nothing back; at its end that is all that there is to mend.</summary>
    private void SkipReturn()
    {
        var word = Take();
        if (!IsFirstOnLine(_position) && Kind is not (TokenKind.CloseBrace or TokenKind.EndOfFile))
        {
            ParseExpression();
        }

        var found = _report.Finding<ForeignStatement>(word.Span, $"{Show(word)} has no meaning here");
        var isLast = Kind == TokenKind.CloseBrace && _depth == 1;
        ReportHabit(isLast
            ? found.WithHelp("remove it: the `reply` of the API says what the answer shows")
                .WithFix(_report.Removing(WithSpaceBefore(SpanFrom(word.Span.Start)), "remove it"))
            : found.WithHelp("put the steps that follow into a branch of `if`"));
    }

    /// <summary>A name or a path, and round brackets behind it.</summary>
    private bool AtStatementCall
    {
        get
        {
            var distance = 1;
            while (Peek(distance).Kind == TokenKind.Dot && Peek(distance + 1).Kind == TokenKind.Word)
            {
                distance += 2;
            }

            return Peek(distance).Kind == TokenKind.OpenParenthesis;
        }
    }

    /// <summary>`ReserveStock(book: line.book)`, `order.delete()` or `order.save()`.</summary>
    private StatementSyntax? ParseStatementCall()
    {
        var start = Current.Span.Start;
        var path = ParseUncalledPath();
        if (char.IsUpper(path.Name.Text.FirstOrDefault()) && path.Target is null or NameExpressionSyntax)
        {
            var module = (path.Target as NameExpressionSyntax)?.Name;
            var span = SpanFrom(start);
            ReportHabit(_report.Finding<ForeignStatement>(span, $"{Show(span)} is called like a function")
                .WithHelp("write `run` before the name of an action")
                .WithFix(_report.Inserting(start, "run ", "write `run`")));
            return new RunSyntax(new QualifiedNameSyntax(module, path.Name, span), ParseRoundValues(), SpanFrom(start));
        }

        SkipUntil(() => Previous.Kind == TokenKind.CloseParenthesis || AtItemEnd([]));
        var call = SpanFrom(start);
        var found = _report.Finding<ForeignStatement>(path.Name.Span, $"{Show(path.Name.Span)} is called like a method");
        switch (path.Name.Text)
        {
            case "delete" or "remove" or "destroy" when path.Target is not null:
                var deletion = $"delete {_source.Slice(path.Target.Span)}";
                ReportHabit(found.WithHelp("write `delete` and the row")
                    .WithFix(_report.Replacing(call, deletion, $"write `{deletion}`")));
                return new RemoveRowSyntax(path.Target, call);
            case "save" or "Save" or "commit" or "flush" or "SaveChanges" or "SaveChangesAsync":
                ReportHabit(found.WithHelp("remove it: what an action does is stored when it ends")
                    .WithFix(_report.Removing(WithSpaceBefore(call), "remove it")));
                return null;
            default:
                ReportHabit(found.WithHelp("write a statement, such as `set`, `create`, `run` or `emit`"));
                return null;
        }
    }

    /// <summary>The names before the round brackets of a call.</summary>
    private (ExpressionSyntax? Target, NameSyntax Name) ParseUncalledPath()
    {
        ExpressionSyntax? target = null;
        var name = TakeName();
        while (Kind == TokenKind.Dot)
        {
            target = target is null
                ? new NameExpressionSyntax(name, name.Span)
                : new MemberAccessSyntax(target, name, target.Span.To(name.Span));
            Take();
            name = TakeName();
        }

        return (target, name);
    }

    /// <summary>`(name: value)`, where the values stand in braces.</summary>
    private ObjectSyntax ParseRoundValues()
    {
        var open = Current;
        var fields = ParseArguments(TokenKind.CloseParenthesis);
        ReportNamelessFields(fields);
        var span = SpanFrom(open.Span.Start);
        var found = _report.Finding<ForeignStatement>(open.Span, "`(` opens no list of values")
            .WithHelp("write the values between `{` and `}`");
        ReportUnlessBroken(Previous.Kind != TokenKind.CloseParenthesis
            ? found
            : found.WithFix(new Fix(FixSafety.Safe, "write `{` and `}`", [
                new TextEdit(_source.Path, open.Span, " { "),
                new TextEdit(_source.Path, Previous.Span, " }"),
            ])));
        return new ObjectSyntax(fields, span);
    }
}
