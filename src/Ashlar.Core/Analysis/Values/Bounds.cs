using System.Text.RegularExpressions;
using Ashlar.Core.Analysis.Conditions;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;

namespace Ashlar.Core.Analysis.Values;

/// <summary>Compares a constant with the bounds of a field.</summary>
internal static class Bounds
{
    /// <summary>The bound that a constant breaks, as it is written (`min 1`), or null.</summary>
    public static string? BrokenBy(Field field, Literal value) =>
        value.Value switch
        {
            null => null,
            string text when field.Type is ScalarType { Scalar: Scalar.Text or Scalar.Email or Scalar.Url or Scalar.Password } =>
                BrokenBy(field.Constraints, text),
            _ when Axes.NumberOf(value) is { } number => BrokenBy(field, number),
            _ => null,
        };

    /// <summary>The constant that an expression is: a literal, or a number with a minus.</summary>
    public static Literal? ConstantOf(Expression? value) => value switch
    {
        Literal literal => literal,
        Unary { Operator: Words.UnaryOperator.Negate, Operand: Literal literal } => NegativeOf(literal),
        _ => null,
    };

    private static Literal? NegativeOf(Literal literal) => literal.Value switch
    {
        long number => literal with { Value = -number },
        decimal number => literal with { Value = -number },
        _ => null,
    };

    private static string? BrokenBy(Constraints bounds, string text)
    {
        var length = text.EnumerateRunes().Count();
        return length switch
        {
            _ when length < bounds.MinLength && bounds.MinLength == bounds.MaxLength => $"length {bounds.MinLength}",
            _ when length > bounds.MaxLength && bounds.MinLength == bounds.MaxLength => $"length {bounds.MaxLength}",
            _ when length < bounds.MinLength => $"min {bounds.MinLength}",
            _ when length > bounds.MaxLength => $"max {bounds.MaxLength}",
            _ when bounds.IsNotBlank && string.IsNullOrWhiteSpace(text) => "not blank",
            _ when bounds.Pattern is { } pattern && !Matches(pattern, text) => "matches pattern",
            _ => null,
        };
    }

    private static string? BrokenBy(Field field, decimal number)
    {
        var bounds = field.Constraints;
        return number switch
        {
            _ when number < bounds.Min => $"min {Describe(field, bounds.Min)}",
            _ when number > bounds.Max => $"max {Describe(field, bounds.Max)}",
            _ when field.Type is DecimalType type && !Fits(number, type) => $"decimal({type.Precision}, {type.Scale})",
            _ => null,
        };
    }

    private static bool Fits(decimal number, DecimalType type) =>
        decimal.Round(number, Math.Min(type.Scale, 28)) == number
        && (double)Math.Abs(number) < Math.Pow(10, type.Precision - type.Scale);

    private static string Describe(Field field, decimal? number) => number is { } bound ? BoundText.Of(field.Type, bound) : "";

    /// <summary>A pattern that this engine cannot read breaks nothing here: it is reported where it is written.</summary>
    private static bool Matches(string pattern, string text)
    {
        try
        {
            return Regex.IsMatch(text, $@"\A(?:{pattern})\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        }
        catch (ArgumentException)
        {
            return true;
        }
        catch (NotSupportedException)
        {
            return true;
        }
    }
}
