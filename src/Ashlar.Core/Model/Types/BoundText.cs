using System.Globalization;

namespace Ashlar.Core.Model.Types;

/// <summary>How a model writes the value of a bound.</summary>
internal static class BoundText
{
    private static readonly (string Unit, decimal Milliseconds)[] Units =
        [("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1_000)];

    /// <summary>A number, or for a duration the number of the largest unit that it is whole in: `4h`.</summary>
    public static string Of(ModelType type, decimal value)
    {
        var (unit, size) = type is ScalarType { Scalar: Scalar.Duration }
            ? Units.FirstOrDefault(unit => value % unit.Milliseconds == 0, ("s", 1_000))
            : ("", 1);
        return string.Create(CultureInfo.InvariantCulture, $"{value / size}{unit}");
    }
}
