using System.Globalization;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Entities;

/// <summary>The constants of a model as C#.</summary>
internal static class CSharpConstant
{
    /// <summary>`Format.Paperback`, `0`, `new DateOnly(2026, 3, 1)`.</summary>
    public static Code Of(CSharpTypes types, Literal literal) => literal.Value switch
    {
        null => Code.Of($"null"),
        bool value => Code.Of($"{Lit.Of(value)}"),
        long value => Code.Of($"{value}"),
        decimal value => Code.Of($"{Lit.Of(value)}"),
        string value when literal.Type is EnumType or StateType or ScalarType { Scalar: Scalar.Weekday } =>
            Code.Of($"{types.Of(literal.Type.AsNullable(false))}.{Ident.Of(value)}"),
        string value when literal.Type is ScalarType { Scalar: Scalar.Uuid } => Code.Of($"Guid.Parse({Lit.Of(value)})"),
        string value => Code.Of($"{Lit.Of(value)}"),
        DateOnly value => Code.Of($"new DateOnly({value.Year}, {value.Month}, {value.Day})"),
        TimeOnly value => Code.Of($"new TimeOnly({value.Hour}, {value.Minute}, {value.Second}, {value.Millisecond})"),
        DateTimeOffset value => Of(value),
        TimeSpan value => Of(value),
        var other => throw new InvalidOperationException($"a literal never holds a {other.GetType().Name}"),
    };

    /// <summary>In the largest unit that it is a whole number of: `TimeSpan.FromHours(8)`.</summary>
    public static Code Of(TimeSpan value)
    {
        var milliseconds = value.Ticks / TimeSpan.TicksPerMillisecond;
        (string Name, long Length)[] units =
            [("Days", 86_400_000), ("Hours", 3_600_000), ("Minutes", 60_000), ("Seconds", 1_000), ("Milliseconds", 1)];
        var (name, length) = units.First(unit => milliseconds % unit.Length == 0);
        return milliseconds == 0
            ? Code.Of($"TimeSpan.Zero")
            : Code.Of($"TimeSpan.{Ident.Of("From" + name)}({milliseconds / length})");
    }

    private static Code Of(DateTimeOffset value)
    {
        var text = value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        return Code.Of($"DateTimeOffset.Parse({Lit.Of(text)}, CultureInfo.InvariantCulture)");
    }
}
