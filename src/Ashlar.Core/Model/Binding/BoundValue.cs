using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Binding;

/// <summary>The operand of `min`, `max` or `length`: what kind of literal, and its number (milliseconds of a duration).</summary>
internal sealed record BoundValue(LiteralKind Kind, decimal Number)
{
    /// <summary>Null where the text has none, which is already reported.</summary>
    public static BoundValue? Read(ExpressionSyntax node) =>
        node switch
        {
            UnarySyntax { Operator: UnaryOperator.Negate } negated => Read(negated.Operand) is { } value
                ? value with { Number = -value.Number }
                : null,
            LiteralSyntax literal => new BoundValue(literal.Kind, NumberOf(literal.Value)),
            _ => null,
        };

    private static decimal NumberOf(object? value) =>
        value switch
        {
            long number => number,
            decimal number => number,
            TimeSpan span => (decimal)span.TotalMilliseconds,
            _ => 0,
        };
}
