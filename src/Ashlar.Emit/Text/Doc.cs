using System.Security;

namespace Ashlar.Emit.Text;

/// <summary>An XML documentation comment, or nothing where the model says nothing.</summary>
public readonly record struct Doc
{
    private Doc(string text) => Text = text;

    public string Text { get; }

    /// <summary>`/// &lt;summary&gt;…&lt;/summary&gt;` of the model's documentation.</summary>
    public static Doc Summary(string documentation)
    {
        var lines = documentation.Split('\n', StringSplitOptions.TrimEntries).Select(Escape).ToArray();
        if (lines.All(line => line.Length == 0))
        {
            return default;
        }

        return lines.Length == 1
            ? new($"/// <summary>{lines[0]}</summary>")
            : new($"/// <summary>\n{string.Join('\n', lines.Select(line => $"/// {line}".TrimEnd()))}\n/// </summary>");
    }

    public override string ToString() => Text ?? "";

    private static string Escape(string line) => SecurityElement.Escape(line).Replace("&apos;", "'", StringComparison.Ordinal)
        .Replace("&quot;", "\"", StringComparison.Ordinal);
}
