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
}
