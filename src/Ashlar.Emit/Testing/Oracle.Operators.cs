using System.Globalization;
using Ashlar.Core.Model.Expressions;

namespace Ashlar.Emit.Testing;

/// <summary>Operators, comparisons and built-in functions.</summary>
internal sealed partial class Oracle
{
    public object? Visit(BuiltIn node)
    {
        var values = node.Arguments.Select(argument => argument.Accept(this)).ToList();
        return (node.Function, values[0]) switch
        {
            (_, null) => null,
            (BuiltInFunction.Upper, string text) => text.ToUpperInvariant(),
            (BuiltInFunction.Lower, string text) => text.ToLowerInvariant(),
            (BuiltInFunction.Trim, string text) => text.Trim(),
            (BuiltInFunction.Slug, string text) => Slug(text),
            (BuiltInFunction.Length, string text) => (long)text.EnumerateRunes().Count(),
            (BuiltInFunction.Year, DateOnly date) => (long)date.Year,
            (BuiltInFunction.Month, DateOnly date) => (long)date.Month,
            (BuiltInFunction.Day, DateOnly date) => (long)date.Day,
            (BuiltInFunction.Weekday, DateOnly date) => date.DayOfWeek.ToString(),
            (BuiltInFunction.RoundHalfEven, _) => Round(node, values, MidpointRounding.ToEven),
            (BuiltInFunction.RoundHalfUp, _) => Round(node, values, MidpointRounding.AwayFromZero),
            (BuiltInFunction.DaysBetween, DateOnly from) when values[1] is DateOnly until =>
                (long)(until.DayNumber - from.DayNumber),
            (BuiltInFunction.DateOf, DateTimeOffset instant) => DateOnly.FromDateTime(instant.UtcDateTime),
            (BuiltInFunction.TimeOf, DateTimeOffset instant) => TimeOnly.FromDateTime(instant.UtcDateTime),
            _ => null,
        };
    }

    // The texts of the world have no accents.
    private static string Slug(string text) => string.Join('-', string.Concat(
        text.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : ' '))
        .Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static decimal? Round(BuiltIn node, List<object?> values, MidpointRounding half)
    {
        var value = Number(values[0]);
        var divisor = values.Count > 1 ? Number(values[1]) : 1;
        return value is null || divisor is null or 0 ? null : decimal.Round(value.Value / divisor.Value, node.Places, half);
    }

    private static object? Apply(BinaryOperator operation, object? left, object? right) => operation switch
    {
        BinaryOperator.Equal => AreEqual(left, right),
        BinaryOperator.NotEqual => !AreEqual(left, right),
        BinaryOperator.StartsWith =>
            left is string text && right is string start && text.StartsWith(start, StringComparison.Ordinal),
        BinaryOperator.Contains => left is string text && right is string part && text.Contains(part, StringComparison.Ordinal),
        BinaryOperator.Less => Compare(left, right) < 0,
        BinaryOperator.LessOrEqual => Compare(left, right) <= 0,
        BinaryOperator.Greater => Compare(left, right) > 0,
        BinaryOperator.GreaterOrEqual => Compare(left, right) >= 0,
        _ => Calculate(operation, left, right),
    };

    private static object? Calculate(BinaryOperator operation, object? left, object? right) => (operation, left, right) switch
    {
        (BinaryOperator.Add, DateTimeOffset instant, TimeSpan span) => instant + span,
        (BinaryOperator.Subtract, DateTimeOffset instant, TimeSpan span) => instant - span,
        (BinaryOperator.Subtract, DateTimeOffset later, DateTimeOffset earlier) => later - earlier,
        (BinaryOperator.Add, DateOnly date, long months) => date.AddMonths((int)months),
        (BinaryOperator.Subtract, DateOnly date, long months) => date.AddMonths(-(int)months),
        (BinaryOperator.Add, DateOnly date, TimeSpan span) => date.AddDays(span.Days),
        (BinaryOperator.Subtract, DateOnly date, TimeSpan span) => date.AddDays(-span.Days),
        (BinaryOperator.Add, TimeSpan first, TimeSpan second) => first + second,
        (BinaryOperator.Subtract, TimeSpan first, TimeSpan second) => first - second,
        (_, long first, long second) => Whole(operation, first, second),
        _ => Number(left) is { } first && Number(right) is { } second ? Exact(operation, first, second) : null,
    };

    private static long? Whole(BinaryOperator operation, long left, long right) => operation switch
    {
        BinaryOperator.Add => left + right,
        BinaryOperator.Subtract => left - right,
        BinaryOperator.Multiply => left * right,
        _ => null,
    };

    private static decimal? Exact(BinaryOperator operation, decimal left, decimal right) => operation switch
    {
        BinaryOperator.Add => left + right,
        BinaryOperator.Subtract => left - right,
        BinaryOperator.Multiply => left * right,
        BinaryOperator.Divide when right != 0 => left / right,
        _ => null,
    };

    private object? Aggregate(Comprehension node, List<object?> items)
    {
        List<object?> Selected() =>
            [.. items.Select(item => node.Select is { } select ? With(node.Item.Name, item, select) : item)];
        return node.Kind switch
        {
            ComprehensionKind.Any => node.Select is null ? items.Count > 0 : Selected().Contains(true),
            ComprehensionKind.All => Selected().TrueForAll(value => value is true),
            ComprehensionKind.Count => (long)items.Count,
            ComprehensionKind.Sum => Sum(Selected()),
            ComprehensionKind.Min =>
                Selected().OfType<object>().Order(Comparer<object>.Create((a, b) => Compare(a, b) ?? 0)).FirstOrDefault(),
            ComprehensionKind.Max =>
                Selected().OfType<object>().Order(Comparer<object>.Create((a, b) => Compare(a, b) ?? 0)).LastOrDefault(),
            ComprehensionKind.Average =>
                Selected() is { Count: > 0 } values ? values.Sum(value => Number(value) ?? 0) / values.Count : null,
            ComprehensionKind.List => Selected(),
            _ => Selected().FirstOrDefault(),
        };
    }

    private static object Sum(List<object?> values) => values.TrueForAll(value => value is long)
        ? values.Sum(value => (long?)value ?? 0)
        : values.Sum(value => Number(value) ?? 0);

    private static bool AreEqual(object? left, object? right) => (left, right) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (WorldRow first, WorldRow second) => string.Equals(first.Id, second.Id, StringComparison.Ordinal),
        (long or decimal, long or decimal) => Number(left) == Number(right),
        _ => left.Equals(right),
    };

    // What cannot be compared is never less nor greater: the checker has proved that operands are not null.
    private static int? Compare(object? left, object? right) => (left, right) switch
    {
        (null, _) or (_, null) => null,
        (string first, string second) => string.CompareOrdinal(first, second),
        (long or decimal, long or decimal) => decimal.Compare(Number(left) ?? 0, Number(right) ?? 0),
        (IComparable first, _) => first.CompareTo(right),
        _ => null,
    };

    private static decimal? Number(object? value) => value switch
    {
        long whole => whole,
        decimal exact => exact,
        _ => null,
    };

    private static string Text(object? value) => value switch
    {
        null => "",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
