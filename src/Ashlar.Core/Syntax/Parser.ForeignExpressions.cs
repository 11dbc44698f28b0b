using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Syntax.Rules;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

public sealed partial class Parser
{
    /// <summary>`a ? b : c`, with the offset at which `a` starts.</summary>
    private ExpressionSyntax ParseTernary(ExpressionSyntax condition, int start)
    {
        var height = _height;
        var mark = Take();
        var whenTrue = ParseExpression();
        height = Math.Max(height, _height);
        var colon = Current;
        if (!Expect(TokenKind.Colon))
        {
            return new MissingExpressionSyntax(SpanFrom(start));
        }

        var whenFalse = ParseExpression();
        _height = Math.Max(height, _height) + 1;
        ReportHabit(_report.Finding<Ternary>(mark.Span, "`?` does not choose between two values")
            .WithHelp("write `if … then … else …`")
            .WithFix(new Fix(FixSafety.Safe, "write `if … then … else …`", [
                new TextEdit(_source.Path, new TextSpan(start, 0), "if "),
                new TextEdit(_source.Path, mark.Span, "then"),
                new TextEdit(_source.Path, colon.Span, "else"),
            ])));
        return new IfSyntax(condition, whenTrue, whenFalse, SpanFrom(start));
    }

    /// <summary>Brackets after a member: a function of another module, or a method as in other languages.</summary>
    private ExpressionSyntax ParseMemberCall(ExpressionSyntax expression)
    {
        if (expression is not MemberAccessSyntax member)
        {
            return ParseCallOf(new QualifiedNameSyntax(null, MissingName, Gap));
        }

        if (member.Target is NameExpressionSyntax { Name: var module } && char.IsUpper(member.Name.Text.FirstOrDefault()))
        {
            return ParseCallOf(new QualifiedNameSyntax(module, member.Name, member.Span));
        }

        return ParseMethod(member);
    }

    private ExpressionSyntax ParseMethod(MemberAccessSyntax method)
    {
        if (AtLambda && Vocabulary.Comprehensions.Contains(method.Name.Text))
        {
            return ParseLambda(method);
        }

        var open = Take();
        var operand = Kind == TokenKind.CloseParenthesis ? null : ParseExpression();
        var height = _height;
        CloseWith(TokenKind.CloseParenthesis);
        _height = height + 2;
        var brackets = TextSpan.FromBounds(open.Span.Start, Previous.Span.End);
        var name = method.Name.Text;
        var found = _report.Finding<MethodCall>(method.Name.Span.To(brackets), $"`{name}` is called like a method");
        if (operand is not null && ForeignWords.OperatorFor(name) is { Length: > 0 } word)
        {
            var dotAndName = TextSpan.FromBounds(method.Target.Span.End, open.Span.Start);
            ReportHabit(found.WithHelp($"write `{word}` between the two values")
                .WithFix(_report.Replacing(dotAndName, $" {word} ", $"write `{word}`")));
            var kind = word == "contains" ? BinaryOperator.Contains : BinaryOperator.StartsWith;
            return new BinarySyntax(kind, method.Target, operand, method.Name.Span, SpanFrom(method.Span.Start));
        }

        var meant = operand is null ? ForeignWords.MemberFor(name) : "";
        ReportHabit(meant.Length == 0
            ? found.WithHelp("use a function of the model: `Name(argument: value)`")
            : found.WithHelp($"write `.{meant}`")
                .WithFix(_report.Replacing(method.Name.Span.To(brackets), meant, $"write `.{meant}`")));
        return meant.Length == 0
            ? new MissingExpressionSyntax(SpanFrom(method.Span.Start))
            : method with { Name = method.Name with { Text = meant }, Span = SpanFrom(method.Span.Start) };
    }

    /// <summary>`(line => `.</summary>
    private bool AtLambda =>
        Peek(1).Kind == TokenKind.Word
        && _source.Text.AsSpan(Peek(2).Span.Start).StartsWith("=>", StringComparison.Ordinal);

    /// <summary>`lines.sum(line => line.price)`: a comprehension, written as a method with a function.</summary>
    private MissingExpressionSyntax ParseLambda(MemberAccessSyntax method)
    {
        Take();
        var item = TakeName();
        var arrow = Current.Span.Start;
        while (Current.Span.Start < arrow + 2)
        {
            Take();
        }

        var value = ParseExpression();
        CloseWith(TokenKind.CloseParenthesis);
        var span = SpanFrom(method.Span.Start);
        var word = method.Name.Text;
        var joint = word is "count" or "first" ? " where" : ":";
        var meant = $"{word}({item.Text} in {_source.Slice(method.Target.Span)}{joint} {_source.Slice(value.Span)})";
        ReportHabit(_report.Finding<MethodCall>(method.Name.Span, $"`{word}` is called like a method")
            .WithHelp($"write `{meant}`")
            .WithFix(_report.Replacing(span, meant, $"write `{meant}`")));
        return new MissingExpressionSyntax(span);
    }

    /// <summary>`length(title)`: a member of the text, written as a function.</summary>
    private MemberAccessSyntax ParseMemberFunction(string member)
    {
        var name = ParseName();
        var open = Take();
        var operand = ParseExpression();
        var close = Current;
        CloseWith(TokenKind.CloseParenthesis);
        _height++;
        var isSimple = operand is NameExpressionSyntax or MemberAccessSyntax;
        var span = SpanFrom(name.Span.Start);
        ReportHabit(_report.Finding<MethodCall>(name.Span, $"`{name.Text}` is a member, not a function")
            .WithHelp($"write `.{member}` behind the value")
            .WithFix(new Fix(FixSafety.Safe, $"write `.{member}` behind the value", [
                new TextEdit(_source.Path, isSimple ? name.Span.To(open.Span) : name.Span, ""),
                new TextEdit(_source.Path, close.Span, isSimple ? $".{member}" : $").{member}"),
            ])));
        return new MemberAccessSyntax(operand, name with { Text = member }, span);
    }

    /// <summary>`now()`: a value, written as a function.</summary>
    private NameExpressionSyntax ParseMomentCall()
    {
        var name = TakeName();
        var brackets = Take().Span.To(Take().Span);
        ReportHabit(_report.Finding<MethodCall>(name.Span.To(brackets), $"`{name.Text}` is a value, not a function")
            .WithHelp($"write `{name.Text}`")
            .WithFix(_report.Removing(brackets, "remove the round brackets")));
        return new NameExpressionSyntax(name, name.Span.To(brackets));
    }

    /// <summary>`count(lines)`: no name for the items. What else is in the brackets is not looked at.</summary>
    private MissingExpressionSyntax ParseComprehensionWithoutItem()
    {
        var word = Take();
        Take();
        var start = Current.Span.Start;
        while (Kind == TokenKind.Word && Peek(1).Kind == TokenKind.Dot)
        {
            Take();
            Take();
        }

        var isPath = Kind == TokenKind.Word && Peek(1).Kind == TokenKind.CloseParenthesis;
        SkipTo(TokenKind.CloseParenthesis);
        Expect(TokenKind.CloseParenthesis);
        var message = $"{Show(word)} has no name for the items that it goes through";
        var found = _report.Finding<ComprehensionWithoutItem>(word.Span, message)
            .WithHelp($"write `{TextOf(word)}(item in …)`");
        ReportHabit(isPath ? found.WithFix(_report.Inserting(start, "item in ", "name the items `item`")) : found);
        return new MissingExpressionSyntax(SpanFrom(word.Span.Start));
    }

    private void ReportEqualsForColon(Token equals) =>
        ReportHabit(_report.Finding<EqualsForColon>(equals.Span, "`=` stands where `:` gives a name its value")
            .WithHelp("write `:`")
            .WithFix(_report.Replacing(WithSpaceBefore(equals.Span), ":", "write `:`")));

    private void ReportAscending(Token word) =>
        ReportHabit(_report.Finding<UnknownWord>(word.Span, "`asc` has no meaning in a sort")
            .WithHelp("remove it: the order is ascending unless it says `desc`")
            .WithFix(_report.Removing(WithSpaceBefore(word.Span), "remove `asc`")));
}
