using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Ashlar.Kernel;

/// <summary>
/// The values of one configuration of the model while they are read. A value that cannot be read is told to whoever reads
/// the whole, which then gives none of them.
/// </summary>
public sealed class SettingsSection
{
    private static readonly Regex Short = new(@"\A(?<amount>[0-9]{1,9})(?<unit>ms|s|m|h|d)\z", RegexOptions.CultureInvariant);

    private readonly SettingsReader _reader;
    private readonly IConfigurationSection _section;
    private readonly string _line;
    private readonly List<string> _known = [];
    private bool _isWrong;

    internal SettingsSection(SettingsReader reader, IConfigurationSection section, string line)
    {
        _reader = reader;
        _section = section;
        _line = line;
    }

    /// <summary>A text.</summary>
    public string Text(Field<string> key, string line, string? otherwise = null) =>
        TryRead(key, line, isNeeded: otherwise is null, out var value) ? value : otherwise ?? "";

    /// <summary>A text that may be left out.</summary>
    public string? OptionalText(Field<string> key, string line, string? otherwise = null) =>
        TryRead(key, line, isNeeded: false, out var value) ? value : otherwise;

    /// <summary>A number, a time, or one of some names.</summary>
    public T Value<T>(Field<T> key, string line, T? otherwise = null) where T : struct =>
        TryRead(key, line, isNeeded: otherwise is null, out var value) ? value : otherwise ?? default;

    /// <summary>The same for a value that may be left out.</summary>
    public T? OptionalValue<T>(Field<T> key, string line, T? otherwise = null) where T : struct =>
        TryRead(key, line, isNeeded: false, out var value) ? value : otherwise;

    /// <summary>A secret. It stands in no file that is kept with the code.</summary>
    public Secret Secret(SecretField key, string line) => OptionalSecret(key, line, isNeeded: true) ?? new("");

    /// <summary>A secret that may be left out.</summary>
    public Secret? OptionalSecret(SecretField key, string line) => OptionalSecret(key, line, isNeeded: false);

    /// <summary>What has to hold between the values; it is asked only where all of them could be read.</summary>
    public void Require(string name, string message, string line, Func<bool> holds)
    {
        if (_isWrong)
        {
            return;
        }

        try
        {
            if (!holds())
            {
                Refuse($"{_section.Path}", line, $"{name}: {message}");
            }
        }
        catch (OverflowException)
        {
            Refuse($"{_section.Path}", line, $"{name}: a number is out of range.");
        }
    }

    internal static string Unknown(string name, IEnumerable<string> known) =>
        NearestName.Hint(name, known).Replace("member", "setting", StringComparison.Ordinal);

    /// <summary>A value that nobody declares is one that is spelt wrong.</summary>
    internal void RefuseOthers()
    {
        if (_section.Value is not null)
        {
            Refuse(_section.Path, _line, "It has values of its own and is none.");
        }

        foreach (var other in _section.GetChildren())
        {
            if (!_known.Contains(other.Key, StringComparer.OrdinalIgnoreCase))
            {
                Refuse(other.Path, _line, Unknown(other.Key, _known));
            }
            else if (other.GetChildren().Any())
            {
                Refuse(other.Path, _line, "It is one value and has others below it.");
            }
        }
    }

    private Secret? OptionalSecret(SecretField key, string line, bool isNeeded)
    {
        if (!TryRead(key, line, isNeeded, out var value))
        {
            return null;
        }

        var path = PathOf(key.Name);
        if (_reader.IsInFile(path) && !_reader.MayFilesHoldSecrets)
        {
            Refuse(path, line, $"It is a secret and stands in {_reader.OriginOf(path)}. {Variable(path)}");
        }

        return new(value);
    }

    private bool TryRead<T>(Field<T> key, string line, bool isNeeded, [MaybeNullWhen(false)] out T value)
    {
        _known.Add(key.Name);
        value = default;
        var path = PathOf(key.Name);
        if (_section[key.Name] is not { } text || (text.Length == 0 && key is not Field<string>))
        {
            if (isNeeded)
            {
                Refuse(path, line, $"It is not set. {Variable(path)}");
            }

            return false;
        }

        if (key.Parse(key is DurationField ? Iso(text) : text, out value) is not { } fault)
        {
            return true;
        }

        Refuse(path, line, $"{fault.Message} The value is from {_reader.OriginOf(path)}.");
        return false;
    }

    private void Refuse(string path, string line, string reason)
    {
        _isWrong = true;
        _reader.Add(new(path, line, reason));
    }

    private string PathOf(string key) => $"{_section.Path}:{key}";

    internal static string Variable(string path) =>
        $"Set the environment variable {path.Replace(":", "__", StringComparison.Ordinal)}.";

    /// <summary>`10s` as in the model is `PT10S`.</summary>
    private static string Iso(string text)
    {
        if (Short.Match(text) is not { Success: true } found)
        {
            return text;
        }

        var amount = found.Groups["amount"].Value;
        return found.Groups["unit"].Value switch
        {
            "ms" => string.Create(
                CultureInfo.InvariantCulture, $"PT{long.Parse(amount, CultureInfo.InvariantCulture) / 1000m:0.###}S"),
            "d" => $"P{amount}D",
            var unit => $"PT{amount}{unit.ToUpperInvariant()}",
        };
    }
}
