using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;

namespace Ashlar.Kernel;

/// <summary>A field whose wire form is a JSON string with a fixed form.</summary>
public abstract class FormattedField<T> : OrderedField<T> where T : struct, IComparable<T>
{
    private readonly string _wanted;

    private protected FormattedField(string name, string wanted) : base(name) => _wanted = wanted;

    internal sealed override Fault? Read(JsonElement json, out T value)
    {
        value = default;
        return JsonText.TryRead(json, out var text)
            ? Parse(text, out value)
            : Fault.Malformed(_wanted);
    }

    internal sealed override Fault? Parse(string text, out T value) =>
        TryParse(text, out value) ? RangeFault(value) : Fault.Malformed(_wanted);

    internal sealed override Fault? Hold(T value, out T held) => Parse(Format(value), out held);

    private protected abstract bool TryParse(string text, out T value);
}

/// <summary>A date as <c>2026-05-31</c>.</summary>
public sealed class DateField(string name) : FormattedField<DateOnly>(name, "a date such as 2026-05-31")
{
    private protected override bool TryParse(string text, out DateOnly value) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    private protected override string Format(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>A time of day as <c>17:30</c>, <c>17:30:00</c> or <c>17:30:00.000</c>.</summary>
public sealed class TimeField(string name) : FormattedField<TimeOnly>(name, "a time of day such as 17:30:00")
{
    private static readonly string[] Formats = ["HH:mm", "HH:mm:ss", "HH:mm:ss.f", "HH:mm:ss.ff", "HH:mm:ss.fff"];

    private protected override bool TryParse(string text, out TimeOnly value) =>
        TimeOnly.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    private protected override string Format(TimeOnly value) => value.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);
}

/// <summary>A moment in RFC 3339 form; what is finer than a millisecond is cut off.</summary>
public sealed class InstantField(string name)
    : FormattedField<DateTimeOffset>(name, "a moment such as 2026-05-31T17:30:00.000Z")
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
    ];

    private protected override bool TryParse(string text, out DateTimeOffset value)
    {
        if (!DateTimeOffset.TryParseExact(
            text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out value))
        {
            return false;
        }

        value = DateTimeOffset.FromUnixTimeMilliseconds(value.ToUnixTimeMilliseconds());
        return true;
    }

    private protected override string Format(DateTimeOffset value) =>
        value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}

/// <summary>A length of time in ISO 8601 form: days, hours, minutes and seconds, to the millisecond.</summary>
public sealed class DurationField(string name) : FormattedField<TimeSpan>(name, "a length of time such as PT1H30M")
{
    private static readonly Regex Form = new(
        @"\A-?P(?!\z)(\d+D)?(T(?!\z)(\d+H)?(\d+M)?(\d+(\.\d{1,3})?S)?)?\z", RegexOptions.CultureInvariant);

    private protected override bool TryParse(string text, out TimeSpan value)
    {
        value = default;
        if (text.Length > 40 || !Form.IsMatch(text))
        {
            return false;
        }

        try
        {
            value = XmlConvert.ToTimeSpan(text);
            return true;
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return false;
        }
    }

    private protected override string Format(TimeSpan value) => XmlConvert.ToString(value);
}
