using System.Globalization;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Expressions;

/// <summary>Constants in C#.</summary>
internal static class CSharpLiterals
{
    public static CSharpText Of(Literal node, CSharpScope scope) => node.Value switch
    {
        bool value => CSharpText.Primary(value ? "true" : "false"),
        long value => Number(value, node.Type),
        decimal value => Signed(Trimmed(value).ToString(CultureInfo.InvariantCulture) + "m"),
        DateOnly value => CSharpText.Primary(Invariant($"new DateOnly({value.Year}, {value.Month}, {value.Day})")),
        TimeOnly value => CSharpText.Primary(Time(value)),
        DateTimeOffset value => CSharpText.Primary(Instant(value.UtcDateTime)),
        TimeSpan value => CSharpText.Primary(Duration(value)),
        string value => Text(value, node.Type, scope),
        var value => throw new InvalidOperationException($"a literal is no {value?.GetType().Name}"),
    };

    private static CSharpText Number(long value, ModelType type) => type switch
    {
        DecimalType => Signed(Invariant($"{value}m")),
        ScalarType { Scalar: Scalar.Long } when value == long.MinValue => CSharpText.Primary("long.MinValue"),
        ScalarType { Scalar: Scalar.Long } => Signed(Invariant($"{value}L")),
        _ => Signed(Invariant($"{value}")),
    };

    private static CSharpText Text(string value, ModelType type, CSharpScope scope) => type switch
    {
        EnumType name => CSharpText.Primary($"{scope.Declared(name.Enum)}.{Ident.Of(value)}"),
        StateType state => CSharpText.Primary($"{scope.StateType(state.Entity, state.Field)}.{Ident.Of(value)}"),
        ScalarType { Scalar: Scalar.Weekday } => CSharpText.Primary($"DayOfWeek.{value}"),
        ScalarType { Scalar: Scalar.Uuid } => CSharpText.Primary($"Guid.Parse({Lit.Of(value)})"),
        _ => CSharpText.Primary(Lit.Of(value).Text),
    };

    private static string Time(TimeOnly value) => value switch
    {
        { Millisecond: > 0 } => Invariant($"new TimeOnly({value.Hour}, {value.Minute}, {value.Second}, {value.Millisecond})"),
        { Second: > 0 } => Invariant($"new TimeOnly({value.Hour}, {value.Minute}, {value.Second})"),
        _ => Invariant($"new TimeOnly({value.Hour}, {value.Minute})"),
    };

    private static string Instant(DateTime value)
    {
        var milliseconds = value.Millisecond > 0 ? Invariant($", {value.Millisecond}") : "";
        return Invariant($"new DateTimeOffset({value.Year}, {value.Month}, {value.Day}, ")
            + Invariant($"{value.Hour}, {value.Minute}, {value.Second}")
            + $"{milliseconds}, TimeSpan.Zero)";
    }

    private static string Duration(TimeSpan value) => value.Ticks switch
    {
        var ticks when ticks % TimeSpan.TicksPerDay == 0 => Invariant($"TimeSpan.FromDays({ticks / TimeSpan.TicksPerDay})"),
        var ticks when ticks % TimeSpan.TicksPerHour == 0 => Invariant($"TimeSpan.FromHours({ticks / TimeSpan.TicksPerHour})"),
        var ticks when ticks % TimeSpan.TicksPerMinute == 0 =>
            Invariant($"TimeSpan.FromMinutes({ticks / TimeSpan.TicksPerMinute})"),
        var ticks when ticks % TimeSpan.TicksPerSecond == 0 =>
            Invariant($"TimeSpan.FromSeconds({ticks / TimeSpan.TicksPerSecond})"),
        var ticks => Invariant($"TimeSpan.FromMilliseconds({ticks / TimeSpan.TicksPerMillisecond})"),
    };

    private static CSharpText Signed(string text) => new(text, text[0] == '-' ? CSharpBinding.Unary : CSharpBinding.Primary);

    private static decimal Trimmed(decimal value) => value / 1.0000000000000000000000000000m;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
