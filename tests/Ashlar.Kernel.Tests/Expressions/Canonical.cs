using System.Globalization;

namespace Ashlar.Kernel.Tests.Expressions;

/// <summary>A value as text that is equal when the values are, wherever they were calculated.</summary>
internal static class Canonical
{
    public const string OutOfRange = "OutOfRange";

    public static string Of(object? value) => value switch
    {
        null or DBNull => "null",
        bool truth => truth ? "true" : "false",
        decimal number => (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture) is "-0" ? "0"
            : (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture),
        string text => $"\"{text}\"",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        TimeSpan span => $"{span.Ticks / TimeSpan.TicksPerMillisecond}ms",
        Guid id => id.ToString(),
        Enum name => $"\"{name}\"",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
