using System.Globalization;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using Ashlar.Emit.Testing;

namespace Ashlar.Emit.Settings;

/// <summary>
/// Values for settings that have no default, so that the system starts where it is developed and tested. None of them
/// reaches anything, and no secret of them is one.
/// </summary>
internal static class SampleSettings
{
    private const string Secret = "development-only-not-a-secret";

    /// <summary>The settings that somebody has to set, with a value that their bounds allow; each as a text.</summary>
    public static IEnumerable<(ConfigDefinition Config, Field Key, string Value)> Of(SystemModel model) =>
        from config in model.Configs
        from key in config.Keys
        where key.IsNeeded
        select (config, key.Field, ValueOf(model, config, key.Field));

    private static string ValueOf(SystemModel model, ConfigDefinition config, Field key) => key.Type switch
    {
        EnumType one => model.Enum(one.Enum)?.Values[0].Name ?? "",
        DecimalType => Number(key.Constraints),
        ScalarType scalar => scalar.Scalar switch
        {
            Scalar.Int or Scalar.Long => Number(key.Constraints),
            Scalar.Bool => "false",
            Scalar.Date => "2026-01-31",
            Scalar.Time => "12:00:00",
            Scalar.Instant => "2026-01-31T12:00:00.000Z",
            Scalar.Duration => Milliseconds(key.Constraints),
            Scalar.Zone => "Europe/Paris",
            Scalar.Weekday => "Monday",
            Scalar.Uuid => "0197c5f0-0000-7000-8000-000000000001",
            Scalar.Email => $"{Spelling.Kebab(key.Name)}@example.org",
            Scalar.Url => $"https://{Spelling.Kebab(config.Name.Name)}.example",
            Scalar.Secret => Fit(Secret, key.Constraints),
            _ => Text(key.Constraints),
        },
        _ => "",
    };

    private static string Number(Constraints bounds)
    {
        var value = Math.Max(bounds.Min ?? 1, Math.Min(1, bounds.Max ?? 1));
        return value.ToString(CultureInfo.InvariantCulture);
    }

    private static string Milliseconds(Constraints bounds)
    {
        const int seconds = 10_000;
        var value = Math.Clamp(seconds, bounds.Min ?? 0, bounds.Max ?? seconds);
        return $"{value.ToString(CultureInfo.InvariantCulture)}ms";
    }

    private static string Text(Constraints bounds) => bounds.Pattern is { } pattern
        ? PatternSample.Of(pattern, PatternSample.Whole(pattern), 1, bounds.MinLength ?? 0, bounds.MaxLength ?? 200) ?? ""
        : Fit("sample", bounds);

    private static string Fit(string text, Constraints bounds)
    {
        var padded = text.PadRight(bounds.MinLength ?? 0, 'x');
        return bounds.MaxLength is { } most && padded.Length > most ? padded[..most] : padded;
    }
}
