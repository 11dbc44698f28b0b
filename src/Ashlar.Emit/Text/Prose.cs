using System.Security;
using System.Text;
using System.Text.Json;

namespace Ashlar.Emit.Text;

/// <summary>Text of the model inside a file that is not C#, escaped for that file.</summary>
public readonly record struct Prose
{
    private Prose(string text) => Text = text;

    public string Text { get; }

    /// <summary>One line of Markdown in which the text is only text.</summary>
    public static Prose Markdown(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var c in value.ReplaceLineEndings(" "))
        {
            text.Append(c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '#' ? $"\\{c}" : c.ToString());
        }

        return new(text.ToString());
    }

    /// <summary>The content of an XML attribute or element.</summary>
    public static Prose Xml(string value) => new(SecurityElement.Escape(value.ReplaceLineEndings(" ")));

    /// <summary>A quoted JSON text; YAML reads it as well.</summary>
    public static Prose Json(string value) => new($"\"{JsonEncodedText.Encode(value)}\"");

    /// <summary>One line of a comment that ends at the line's end.</summary>
    public static Prose Comment(string value) => new(value.ReplaceLineEndings(" "));

    /// <summary>A relative path made of names of the model.</summary>
    public static Prose Path(params ReadOnlySpan<string> parts) => new(string.Join('/', parts));

    public override string ToString() => Text;
}
