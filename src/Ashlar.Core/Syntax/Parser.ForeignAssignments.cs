using System.Buffers;
using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Syntax.Rules;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

/// <summary>Assignments as other languages write them.</summary>
public sealed partial class Parser
{
    private static readonly SearchValues<char> NameLetters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    /// <summary>A name or a path, and behind it what assigns: `=`, `+=` or `++`.</summary>
    private bool AtAssignment
    {
        get
        {
            var distance = 1;
            while (Peek(distance).Kind == TokenKind.Dot && Peek(distance + 1).Kind == TokenKind.Word)
            {
                distance += 2;
            }

            return Peek(distance).Kind == TokenKind.Assign || IsCompound(Peek(distance), Peek(distance + 1));
        }
    }

    /// <summary>An operator and right behind it what makes an assignment of it.</summary>
    private static bool IsCompound(Token first, Token second) =>
        second.Trivia.Length == 0
        && ((second.Kind == TokenKind.Assign
                && first.Kind is TokenKind.Plus or TokenKind.Minus or TokenKind.Star or TokenKind.Slash)
            || (first.Kind == TokenKind.Plus && second.Kind == TokenKind.Plus));

    /// <summary>`order.total = 5`, without the word of the statement.</summary>
    private StatementSyntax ParseAssignment()
    {
        var start = Current.Span.Start;
        var target = ParsePath();
        var found = _report.Finding<AssignmentWithoutSet>(target.Span, $"{Show(target.Span)} is assigned without a statement");
        if (target is not MemberAccessSyntax member)
        {
            ReportHabit(found.WithHelp("write `let` before a new name")
                .WithFix(_report.Inserting(start, "let ", "write `let`")));
            var name = target is NameExpressionSyntax { Name: var one } ? one : MissingName;
            return new LetSyntax(name, ParseAssigned(target.Span), SpanFrom(start));
        }

        if (AtStateValue(member.Name))
        {
            var edits = new ValueList<TextEdit>([
                new TextEdit(_source.Path, new TextSpan(start, 0), "move "),
                new TextEdit(_source.Path, Take().Span, "to"),
            ]);
            ReportHabit(found.WithHelp("write `move` and the state behind `to`")
                .WithFix(new Fix(FixSafety.Safe, "write `move … to …`", edits)));
            return new MoveSyntax(member.Target, member.Name, ParseName(), SpanFrom(start));
        }

        ReportHabit(found.WithHelp("write `set` before the field")
            .WithFix(_report.Inserting(start, "set ", "write `set`")));
        return new SetSyntax(member.Target, member.Name, ParseAssigned(target.Span), SpanFrom(start));
    }

    /// <summary>What is given to a field that is called like a state is one bare name with a capital letter.</summary>
    private bool AtStateValue(NameSyntax field) =>
        field.Text is "status" or "state"
        && Peek(1).Kind == TokenKind.Word
        && char.IsUpper(TextOf(Peek(1))[0])
        && Peek(2).Kind is not (TokenKind.Dot or TokenKind.OpenParenthesis);

    /// <summary>`= value`, also where it is spelt as elsewhere; without the mark, what may be a value is still read.</summary>
    private ExpressionSyntax ParseAssigned(TextSpan target)
    {
        if (IsCompound(Current, Peek(1)))
        {
            return ParseCompound(target);
        }

        if (Kind == TokenKind.Colon && Peek(1).Kind == TokenKind.Assign)
        {
            ReportAssigning(Take().Span.To(Take().Span));
            return ParseExpression();
        }

        if (Kind is TokenKind.Equal or TokenKind.Arrow || AtWord("to"))
        {
            ReportAssigning(Take().Span);
            return ParseExpression();
        }

        if (Kind != TokenKind.Assign && IsOnThisLine(TokenKind.Assign))
        {
            ReportTrailing("the statement");
            SkipTo(TokenKind.Assign);
        }

        return Expect(TokenKind.Assign) || MayContinue ? ParseExpression() : new MissingExpressionSyntax(Gap);
    }

    private void ReportAssigning(TextSpan written) =>
        ReportHabit(_report.Finding<ForeignOperator>(written, $"{Show(written)} gives no value")
            .WithHelp("write `=`")
            .WithFix(_report.Replacing(written, "=", $"replace {Show(written)} with `=`")));

    /// <summary>`+= 5` or `++`.</summary>
    private MissingExpressionSyntax ParseCompound(TextSpan target)
    {
        var sign = Take();
        var written = sign.Span.To(Take().Span);
        var name = _source.Slice(target);
        var found = _report.Finding<ForeignOperator>(written, $"{Show(written)} is not an operator here")
            .WithHelp($"write `= {name} {TextOf(sign)} …`");
        if (Previous.Kind == TokenKind.Plus)
        {
            ReportHabit(found.WithFix(_report.Replacing(written, $" = {name} + 1", $"write `= {name} + 1`")));
            return new MissingExpressionSyntax(Gap);
        }

        var edits = ImmutableArray.CreateBuilder<TextEdit>();
        edits.Add(new TextEdit(_source.Path, written, $"= {name} {TextOf(sign)}"));
        var value = ParseExpression();
        if (value is BinarySyntax or IfSyntax && _source.Text[value.Span.Start] != '(')
        {
            edits.Add(new TextEdit(_source.Path, new TextSpan(value.Span.Start, 0), "("));
            edits.Add(new TextEdit(_source.Path, new TextSpan(value.Span.End, 0), ")"));
        }

        ReportUnlessBroken(found.WithFix(
            new Fix(FixSafety.Safe, $"write `= {name} {TextOf(sign)} …`", new(edits.DrainToImmutable()))));
        return new MissingExpressionSyntax(SpanFrom(written.Start));
    }

    /// <summary>`let price: decimal = …`: a name has the type of its value.</summary>
    private void SkipTypeOfName()
    {
        if (Kind != TokenKind.Colon || Peek(1).Kind == TokenKind.Assign)
        {
            return;
        }

        var start = Take().Span.Start;
        ParseTypeRef();
        var span = SpanFrom(start);
        ReportUnlessBroken(_report.Finding<ForeignStatement>(span, "`let` takes no type: a name has that of its value")
            .WithHelp("remove the type")
            .WithFix(_report.Removing(span, "remove the type")));
    }

    /// <summary>The name of an entity and its values.</summary>
    private bool AtNewRow(int distance) =>
        Peek(distance).Kind == TokenKind.Word
        && Peek(distance + 1).Kind is TokenKind.OpenBrace or TokenKind.OpenParenthesis or TokenKind.Dot;

    /// <summary>`let invoice = create Invoice { … }`: a step gives no value, it gives a name to what it makes.</summary>
    private NewRowSyntax ParseLetOfNewRow(NameSyntax name, int start)
    {
        Take();
        var word = Current;
        var made = ParseNewRow();
        ReportUnlessBroken(_report.Finding<ForeignStatement>(word.Span, $"{Show(word)} gives no value")
            .WithHelp("write `as` and the name behind the values")
            .WithFix(new Fix(FixSafety.Safe, "write `create … as …`", [
                new TextEdit(_source.Path, TextSpan.FromBounds(start, word.Span.End), "create"),
                new TextEdit(_source.Path, new TextSpan(made.Span.End, 0), $" as {name.Text}"),
            ])));
        return made with { As = name, Span = SpanFrom(start) };
    }

    /// <summary>`let total = run Compute { … }`: an action gives nothing back.</summary>
    private RunSyntax ParseLetOfRun()
    {
        Take();
        ReportHabit(_report.Finding<ForeignStatement>(Current.Span, "`run` is a step, not a value")
            .WithHelp("write `run` as a step of its own; behind that of a slot, `as name` names what it gives"));
        return ParseRun();
    }

    /// <summary>The state behind `to`, also between quotation marks.</summary>
    private NameSyntax ParseNewState()
    {
        if (Kind != TokenKind.Text || TextOf(Current) is not ['"', var first, .. var rest, '"'] || !IsPlainName(first, rest))
        {
            return ParseName();
        }

        var text = Take();
        var name = _words.Of(TextOf(text)[1..^1]);
        ReportHabit(_report.Finding<ForeignStatement>(text.Span, $"{Show(text)} is a text, not a state")
            .WithHelp("write the state without quotation marks")
            .WithFix(_report.Replacing(text.Span, name, $"write `{name}`")));
        return new NameSyntax(name, text.Span);
    }

    private static bool IsPlainName(char first, ReadOnlySpan<char> rest) =>
        char.IsAsciiLetter(first) && rest.IndexOfAnyExcept(NameLetters) < 0;

    /// <summary>`set order { total: 5, note: null }`: several fields at once.</summary>
    private SetSyntax ParseSetOfSeveral(ExpressionSyntax row, int start)
    {
        var values = ParseObject();
        var span = SpanFrom(start);
        var lines = values.Fields.Select(field =>
            $"set {_source.Slice(row.Span)}.{field.Name.Text} = {_source.Slice(field.Value.Span)}");
        var found = _report.Finding<AssignmentWithoutSet>(row.Span, "a `set` gives one field its value")
            .WithHelp("write a `set` for each field");
        ReportUnlessBroken(values.Fields.IsEmpty || values.Fields.Any(field => field.Name.IsMissing)
            ? found
            : found.WithFix(_report.Replacing(span, string.Join("\n", lines), "write a `set` for each field")));
        return values.Fields is [var first, ..]
            ? new SetSyntax(row, first.Name, first.Value, span)
            : new SetSyntax(row, MissingName, new MissingExpressionSyntax(Gap), span);
    }
}
