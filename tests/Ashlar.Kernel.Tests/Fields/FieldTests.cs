using System.Text.Json;

namespace Ashlar.Kernel.Tests.Fields;

public sealed class FieldTests
{
    [Theory]
    [InlineData("\"a\"", null)]
    [InlineData("\"\"", "too-short")]
    [InlineData("\"abcde\"", "too-long")]
    [InlineData("\"\\ud83d\\ude00\\ud83d\\ude00\\ud83d\\ude00\\ud83d\\ude00\"", null)]
    [InlineData("\"e\\u0301e\\u0301e\\u0301e\\u0301\"", null)]
    [InlineData("\"\\ud83d\"", "malformed")]
    [InlineData("\"a\\u0000\"", "malformed")]
    [InlineData("\"a\\u001b\"", "malformed")]
    [InlineData("\"a\\u0085\"", "malformed")]
    [InlineData("\"a\\nb\"", null)]
    [InlineData("5", "malformed")]
    [InlineData("[]", "malformed")]
    public void Text_has_a_length_in_code_points_and_no_control_characters(string json, string? code) =>
        Assert.Equal(code, Read(new TextField("x") { Min = 1, Max = 4 }, json));

    [Theory]
    [InlineData("\" \\u00a0\"", "blank")]
    [InlineData("\" a\"", null)]
    public void Blank_is_white_space_alone(string json, string? code) =>
        Assert.Equal(code, Read(new TextField("x") { Max = 9, NotBlank = true }, json));

    [Theory]
    [InlineData("\"ab\"", null)]
    [InlineData("\"cd\"", null)]
    [InlineData("\"abc\"", "no-match")]
    [InlineData("\"ab\\n\"", "no-match")]
    [InlineData("\"xab\"", "no-match")]
    public void A_pattern_matches_the_whole_text(string json, string? code) =>
        Assert.Equal(code, Read(new TextField("x") { Max = 9, Pattern = "ab|cd" }, json));

    [Fact]
    public void A_pattern_takes_linear_time()
    {
        var field = new TextField("x") { Max = 100_000, Pattern = "(a+)+b" };

        Assert.Equal("no-match", Read(field, $"\"{new string('a', 50_000)}\""));
    }

    [Theory]
    [InlineData("0", null)]
    [InlineData("-1", "too-small")]
    [InlineData("11", "too-large")]
    [InlineData("99999999999999999999", "too-large")]
    [InlineData("-99999999999999999999", "too-small")]
    [InlineData("1.5", "malformed")]
    [InlineData("1e1", "malformed")]
    [InlineData("\"1\"", "malformed")]
    [InlineData("true", "malformed")]
    public void Int_has_bounds(string json, string? code) =>
        Assert.Equal(code, Read(new IntField("x") { Min = 0, Max = 10 }, json));

    [Theory]
    [InlineData("9223372036854775807", null)]
    [InlineData("9223372036854775808", "too-large")]
    [InlineData("-9223372036854775809", "too-small")]
    public void Long_has_64_bits(string json, string? code) => Assert.Equal(code, Read(new LongField("x"), json));

    [Theory]
    [InlineData("12.34", null)]
    [InlineData("12.340000", null)]
    [InlineData("1.234e1", null)]
    [InlineData("\"999.99\"", null)]
    [InlineData("1000", "too-large")]
    [InlineData("-1000", "too-small")]
    [InlineData("0.001", "malformed")]
    [InlineData("1e-30", "malformed")]
    [InlineData("1e-4000", "malformed")]
    [InlineData("1e4000", "malformed")]
    [InlineData("12.3400000000000000000000000000000000001", "malformed")]
    [InlineData("\"\"", "malformed")]
    [InlineData("\"1,5\"", "malformed")]
    [InlineData("\" 1\"", "malformed")]
    [InlineData("\"+1\"", "malformed")]
    [InlineData("\"NaN\"", "malformed")]
    public void Decimal_is_exact(string json, string? code) => Assert.Equal(code, Read(new DecimalField("x", 5, 2), json));

    [Theory]
    [InlineData("1.5", "1.50")]
    [InlineData("1.500", "1.50")]
    [InlineData("-0", "0.00")]
    [InlineData("15e-1", "1.50")]
    public void Decimal_has_the_scale_of_its_field(string text, string stored)
    {
        Assert.Null(new DecimalField("x", 5, 2).Parse(text, out var value));
        Assert.Equal(stored, value.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("2024-02-29", null)]
    [InlineData("2023-02-29", "malformed")]
    [InlineData("0000-01-01", "malformed")]
    [InlineData("2024-2-9", "malformed")]
    [InlineData("2024-02-29T00:00:00Z", "malformed")]
    [InlineData("1999-12-31", "too-small")]
    public void Date_is_a_day_of_the_calendar(string text, string? code) =>
        Assert.Equal(code, new DateField("x") { Min = new(2000, 1, 1) }.Parse(text, out _)?.Code);

    [Theory]
    [InlineData("2024-02-29T12:00:00Z", "2024-02-29T12:00:00.000Z")]
    [InlineData("2024-02-29T12:00:00.123456789Z", null)]
    [InlineData("2024-02-29T12:00:00.1239Z", "2024-02-29T12:00:00.123Z")]
    [InlineData("2024-02-29T12:00:00+02:00", "2024-02-29T10:00:00.000Z")]
    [InlineData("2024-02-29T12:00:00", null)]
    [InlineData("2024-02-29T24:00:00Z", null)]
    [InlineData("0001-01-01T00:00:00+01:00", null)]
    [InlineData("1969-12-31T23:59:59.9999Z", "1969-12-31T23:59:59.999Z")]
    public void Instant_is_in_utc_to_the_millisecond(string text, string? stored)
    {
        var fault = new InstantField("x").Parse(text, out var value);

        Assert.Equal(stored, fault is null
            ? value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture)
            : null);
    }

    [Theory]
    [InlineData("PT1H30M", 5400.0)]
    [InlineData("P2D", 172800.0)]
    [InlineData("-PT0.5S", -0.5)]
    [InlineData("P1M", null)]
    [InlineData("P", null)]
    [InlineData("PT", null)]
    [InlineData("P99999999999D", null)]
    public void Duration_has_no_months(string text, double? seconds)
    {
        var fault = new DurationField("x").Parse(text, out var value);

        Assert.Equal(seconds, fault is null ? value.TotalSeconds : null);
    }

    [Theory]
    [InlineData("Ann@Example.COM", "ann@example.com")]
    [InlineData("a b@example.com", null)]
    [InlineData("@example.com", null)]
    [InlineData("ann@", null)]
    [InlineData("ann@b@c", null)]
    public void Email_is_in_lower_case(string text, string? stored)
    {
        var fault = new EmailField("x") { Max = 254 }.Parse(text, out var value);

        Assert.Equal(stored, fault is null ? value : null);
    }

    [Theory]
    [InlineData("Monday", null)]
    [InlineData("monday", "no-match")]
    [InlineData("1", "no-match")]
    public void Enum_is_sent_by_its_exact_name(string text, string? code) =>
        Assert.Equal(code, new EnumField<DayOfWeek>("x").Parse(text, out _)?.Code);

    [Theory]
    [InlineData("https://example.com/a?b=c", null)]
    [InlineData("javascript:alert(1)", "malformed")]
    [InlineData("/relative", "malformed")]
    public void Url_is_absolute(string text, string? code) =>
        Assert.Equal(code, new UrlField("x") { Max = 200 }.Parse(text, out _)?.Code);

    [Theory]
    [InlineData("Europe/Paris", null)]
    [InlineData("UTC", null)]
    [InlineData("Mars/Base", "malformed")]
    public void Zone_is_known(string text, string? code) =>
        Assert.Equal(code, new ZoneField("x") { Max = 64 }.Parse(text, out _)?.Code);

    [Theory]
    [InlineData("""{"a":[1,"x"]}""", null)]
    [InlineData("""{"a":"\u0000"}""", "malformed")]
    [InlineData("""{"\u0000":1}""", "malformed")]
    [InlineData("""["\ud800"]""", "malformed")]
    [InlineData("""["too long to be taken"]""", "too-long")]
    public void Json_is_what_both_databases_can_keep(string json, string? code) =>
        Assert.Equal(code, Read(new JsonField("x") { Max = 20 }, json));

    [Theory]
    [InlineData("password", "no-match")]
    [InlineData("P4ssw0rd!!", "no-match")]
    [InlineData("qwertyuiop", "no-match")]
    [InlineData("12345678", "no-match")]
    [InlineData("aaaaaaaa", "no-match")]
    [InlineData("Summer2026!", "no-match")]
    [InlineData("short", "too-short")]
    [InlineData("tidal pool 42", null)]
    [InlineData("correct horse battery", null)]
    public void Password_is_not_one_that_is_guessed_first(string text, string? code) =>
        Assert.Equal(code, new PasswordField("x").Parse(text, out _)?.Code);

    private static string? Read<T>(Field<T> field, string json)
    {
        using var document = JsonDocument.Parse(json);
        return field.Read(document.RootElement, out _)?.Code;
    }
}
