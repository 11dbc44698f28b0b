using Ashlar.Core.Model.Types;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Testing;

/// <summary>A value of the world as a parameter of a statement.</summary>
internal static class ParameterForm
{
    public static Code Of(ModelType type, object? value) => (type, value) switch
    {
        (_, null) => Code.Of($"Value.Null(ValueKind.{Kind(type)})"),
        (ScalarType { Scalar: Scalar.Password }, _) => Code.Of($"password"),
        (ScalarType { Scalar: Scalar.Json }, string json) => Code.Of($"Value.Json({Lit.Of(json)})"),
        (ScalarType { Scalar: Scalar.Uuid }, string id) => Code.Of($"new Guid({Lit.Of(id)})"),
        (DecimalType exact, _) => Code.Of($"Value.Decimal({Lit.Of(ToDecimal(value))}, scale: {exact.Scale})"),
        (_, bool flag) => Code.Of($"{Lit.Of(flag)}"),
        (ScalarType { Scalar: Scalar.Long }, long number) => Code.Of($"{Lit.Of(number)}"),
        (_, long number) => Code.Of($"{number}"),
        (_, string text) => Code.Of($"{Lit.Of(text)}"),
        (_, DateOnly date) => Code.Of($"new DateOnly({date.Year}, {date.Month}, {date.Day})"),
        (_, TimeOnly time) => Code.Of($"new TimeOnly({time.Hour}, {time.Minute}, {time.Second}, {time.Millisecond})"),
        (_, DateTimeOffset instant) =>
            Code.Of($"DateTimeOffset.FromUnixTimeMilliseconds({Lit.Of(instant.ToUnixTimeMilliseconds())})"),
        (_, TimeSpan span) => Code.Of($"TimeSpan.FromMilliseconds({Lit.Of(span.Ticks / TimeSpan.TicksPerMillisecond)})"),
        (_, Moment.Now) => Code.Of($"now"),
        (_, Moment.Today) => Code.Of($"today"),
        (_, WorldRow row) => Code.Of($"new Guid({Lit.Of(row.Id)})"),
        _ => throw new InvalidOperationException($"no parameter for {value}"),
    };

    private static decimal ToDecimal(object? value) => value switch
    {
        long whole => whole,
        decimal exact => exact,
        _ => throw new InvalidOperationException($"{value} is no number"),
    };

    private static Ident Kind(ModelType type) => Ident.Of(type switch
    {
        DecimalType => "Decimal",
        ReferenceType => "Uuid",
        ScalarType scalar => scalar.Scalar switch
        {
            Scalar.Int => "Int",
            Scalar.Long => "Long",
            Scalar.Bool => "Bool",
            Scalar.Date => "Date",
            Scalar.Time => "Time",
            Scalar.Instant => "Instant",
            Scalar.Duration => "Duration",
            Scalar.Uuid or Scalar.File => "Uuid",
            Scalar.Json => "Json",
            _ => "Text",
        },
        _ => "Text",
    });
}
