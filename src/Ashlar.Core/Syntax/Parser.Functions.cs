using System.Collections.Immutable;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

public sealed partial class Parser
{
    private FunctionSyntax ParseFunction(int start)
    {
        Take();
        var function = new FunctionSyntax(ParseDeclaredName(), [], null, null, default);
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
        ParseItems("`input`", () =>
        {
            if ((AtFieldStart ? ParseField() : ParseForeignMember("`input`")) is { } input)
            {
                inputs.Add(input);
            }
        });
        return inputs.DrainToImmutable();
    }
}
