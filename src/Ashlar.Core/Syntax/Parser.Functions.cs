using System.Collections.Immutable;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

public sealed partial class Parser
{
    private FunctionSyntax ParseFunction(int start)
    {
        Take();
        var function = new FunctionSyntax(ParseName(), [], null, null, default);
        var block = OpenBlock(Owner("function", function.Name));
        while (InBlock(ref block))
        {
            function = ParseFunctionPart(function);
        }

        CloseBlock(block);
        return function with { Span = SpanFrom(start) };
    }

    private FunctionSyntax ParseFunctionPart(FunctionSyntax function)
    {
        var word = Current;
        switch (TextOf(word))
        {
            case "input":
                Take();
                ReportRepeated(word, !function.Inputs.IsEmpty);
                return function with { Inputs = ParseInputs() };
            case "gives":
                Take();
                ReportRepeated(word, function.Gives is not null);
                return function with { Gives = ParseTypeRef(), Body = ParseBracedExpression("the function") };
            default:
                SkipUnknownWord("a function", ["input", "gives"]);
                return function;
        }
    }

    /// <summary>Inputs are a list: commas stand between them.</summary>
    private ImmutableArray<FieldSyntax> ParseInputs()
    {
        var inputs = ImmutableArray.CreateBuilder<FieldSyntax>();
        var block = OpenBlock("`input`");
        while (InBlock(ref block))
        {
            if ((AtFieldStart ? ParseField() : ParseForeignMember(block.Owner)) is { } input)
            {
                inputs.Add(input);
                ExpectSeparator();
            }
        }

        CloseBlock(block);
        return inputs.DrainToImmutable();
    }

    private ShapeSyntax ParseShape(int start)
    {
        Take();
        var name = ParseName();
        ExpectWord("of");
        var shape = new ShapeSyntax(name, ParseQualifiedName(), null, [], default);
        if (TryTake(TokenKind.Assign))
        {
            shape = shape with { Extends = ParseQualifiedName() };
            ExpectWord("with");
        }

        var fields = ImmutableArray.CreateBuilder<ShapeFieldSyntax>();
        var block = OpenBlock(Owner("shape", name));
        while (InBlock(ref block) && Kind == TokenKind.Word)
        {
            fields.Add(ParseShapeField());
            ExpectSeparator();
        }

        if (block.IsOpen && !AtBlockEnd)
        {
            SkipUnexpected(block.Owner);
            SkipTo(TokenKind.CloseBrace);
        }

        CloseBlock(block);
        return shape with { Fields = fields.DrainToImmutable(), Span = SpanFrom(start) };
    }

    private ShapeFieldSyntax ParseShapeField()
    {
        var documentation = Documentation(Current);
        var name = TakeName();
        QualifiedNameSyntax? nested = null;
        ExpressionSyntax value = new NameExpressionSyntax(name, name.Span);
        if (TryTake(TokenKind.Colon))
        {
            nested = ParseNestedShape();
            value = ParseExpression();
        }

        var isWhenAllowed = TryTakeWord("when") && ExpectWord("allowed");
        return new ShapeFieldSyntax(name, nested, value, isWhenAllowed, SpanFrom(name.Span.Start))
        {
            Documentation = documentation,
        };
    }

    /// <summary>`PersonCard of` or `Accounts.PersonCard of` before the value of a key.</summary>
    private QualifiedNameSyntax? ParseNestedShape()
    {
        var isQualified = Peek(1).Kind == TokenKind.Dot && Peek(2).Kind == TokenKind.Word && IsWord(Peek(3), "of");
        if (Kind != TokenKind.Word || !(isQualified || IsWord(Peek(1), "of")))
        {
            return null;
        }

        var shape = ParseQualifiedName();
        Take();
        return shape;
    }
}
