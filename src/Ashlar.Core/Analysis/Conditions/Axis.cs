using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;

namespace Ashlar.Core.Analysis.Conditions;

/// <summary>How values of a type are compared by the solver.</summary>
internal enum Axis
{
    /// <summary>As numbers; dates in days, times, instants and durations in milliseconds.</summary>
    Number,

    /// <summary>As one of a set of texts: texts, enums, states, truth values.</summary>
    Name,

    /// <summary>Only by identity: rows, values, lists.</summary>
    Identity,
}

internal static class Axes
{
    public static Axis Of(ModelType type) => type switch
    {
        DecimalType => Axis.Number,
        EnumType or StateType => Axis.Name,
        ScalarType scalar => Of(scalar.Scalar),
        _ => Axis.Identity,
    };

    /// <summary>Values between which there is a next one.</summary>
    public static bool IsWhole(ModelType type) =>
        type is ScalarType { Scalar: Scalar.Int or Scalar.Long or Scalar.Date or Scalar.Months };

    /// <summary>Sums and differences of such values are sums and differences of their numbers.</summary>
    public static bool IsLinear(ModelType type) =>
        type is DecimalType or ScalarType { Scalar: Scalar.Int or Scalar.Long or Scalar.Instant or Scalar.Duration };

    public static decimal? NumberOf(Literal literal) => literal.Value switch
    {
        long whole => whole,
        decimal number => number,
        DateOnly date => date.DayNumber,
        TimeOnly time => (decimal)time.Ticks / TimeSpan.TicksPerMillisecond,
        DateTimeOffset instant => (decimal)instant.UtcTicks / TimeSpan.TicksPerMillisecond,
        TimeSpan duration => (decimal)duration.Ticks / TimeSpan.TicksPerMillisecond,
        _ => null,
    };

    public static string? NameOf(Literal literal) => literal.Value switch
    {
        string text => text,
        true => ValueSet.True,
        false => ValueSet.False,
        _ => null,
    };

    private static Axis Of(Scalar scalar) => scalar switch
    {
        Scalar.Int or Scalar.Long or Scalar.Months => Axis.Number,
        Scalar.Date or Scalar.Time or Scalar.Instant or Scalar.Duration => Axis.Number,
        // The wire forms of these are normalised: two literals that differ may still be the same value.
        Scalar.Email or Scalar.Url or Scalar.Uuid or Scalar.Zone => Axis.Identity,
        Scalar.Json or Scalar.File or Scalar.Password or Scalar.Secret => Axis.Identity,
        _ => Axis.Name,
    };
}
