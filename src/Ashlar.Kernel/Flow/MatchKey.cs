using System.Globalization;

namespace Ashlar.Kernel;

/// <summary>What an instance, or an event that it waits for, is about: equal values give equal keys.</summary>
public static class MatchKey
{
    /// <summary>The key of these values, in their order; nothing is equal to null.</summary>
    public static string Of(params ReadOnlySpan<object?> values)
    {
        var key = new System.Text.StringBuilder();
        foreach (var value in values)
        {
            var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
            key.Append(key.Length > 0 ? " " : "").Append(CultureInfo.InvariantCulture, $"{text.Length}:{text}");
        }

        return key.ToString();
    }

    /// <summary>The values of a key, for people.</summary>
    internal static string Shown(string key)
    {
        var values = new List<string>();
        for (var rest = key.AsSpan(); rest.Length > 0; rest = rest.TrimStart(' '))
        {
            var colon = rest.IndexOf(':');
            if (colon < 1 || !int.TryParse(rest[..colon], CultureInfo.InvariantCulture, out var length)
                || length < 0 || length > rest.Length - colon - 1)
            {
                return key;
            }

            values.Add(rest.Slice(colon + 1, length).ToString());
            rest = rest[(colon + 1 + length)..];
        }

        return string.Join(", ", values);
    }
}
