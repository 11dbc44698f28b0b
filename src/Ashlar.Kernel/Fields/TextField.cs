using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Ashlar.Kernel;

/// <summary>Text: normalised to NFC, without control characters, its length counted in code points.</summary>
public class TextField(string name) : Field<string>(name)
{
    private readonly Lazy<Regex>? _pattern;

    /// <summary>The fewest code points.</summary>
    public int Min { get; init; }

    /// <summary>The most code points.</summary>
    public required int Max { get; init; }

    /// <summary>Whether white space alone is refused.</summary>
    public bool NotBlank { get; init; }

    /// <summary>Whether white space alone counts as null.</summary>
    public bool BlankAsNull { get; init; }

    /// <summary>A pattern that the whole text must match. It runs in linear time, whatever the text.</summary>
    public string? Pattern
    {
        get;
        init
        {
            field = value;
            _pattern = new(() => new Regex($@"\A(?:{value})\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking));
        }
    }

    internal override Fault? Read(JsonElement json, out string value)
    {
        value = "";
        return JsonText.TryRead(json, out var text) ? Parse(text, out value) : Fault.Malformed("text");
    }

    internal override Fault? Parse(string text, out string value)
    {
        value = Normalise(text);
        if (HasControlCharacter(value))
        {
            return new("malformed", "Control characters are not allowed.");
        }

        if (NotBlank && string.IsNullOrWhiteSpace(value))
        {
            return new("blank", "It may not be blank.");
        }

        return LengthFault(value) ?? (_pattern is null || _pattern.Value.IsMatch(value)
            ? Check(value)
            : new Fault("no-match", "It does not have the required form."));
    }

    private protected virtual string Normalise(string text) => TextForm.Nfc(text);

    private protected virtual Fault? Check(string value) => null;

    private Fault? LengthFault(string value)
    {
        var length = TextForm.Length(value);
        if (length < Min)
        {
            return new("too-short", $"Use at least {Min} characters.");
        }

        return length > Max ? new("too-long", $"Use at most {Max} characters.") : null;
    }

    // Line breaks and tabs are what people type into longer texts; everything else can only confuse terminals and logs.
    private static bool HasControlCharacter(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsControl(rune) && rune.Value is not ('\n' or '\r' or '\t'))
            {
                return true;
            }
        }

        return false;
    }
}
