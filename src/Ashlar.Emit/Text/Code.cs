namespace Ashlar.Emit.Text;

/// <summary>A piece of generated text, made from templates with typed holes: no unescaped text gets into it.</summary>
public readonly record struct Code
{
    private readonly string? _text;

    internal Code(string text) => _text = text;

    public static Code Empty => default;

    public bool IsEmpty => string.IsNullOrEmpty(_text);

    public string Text => _text ?? "";

    /// <summary>The text of a template: `Code.Of($"class {name}")`.</summary>
    public static Code Of(CodeTemplate template) => template.ToCode();

    /// <summary>The template when the condition holds, otherwise nothing (and then the holes are not evaluated).</summary>
    public static Code When(bool condition, Func<Code> template) => condition ? template() : Empty;

    /// <summary>The items that are not empty, with the separator between them.</summary>
    public static Code Join(IEnumerable<Code> items, string separator) =>
        new(string.Join(separator, items.Where(item => !item.IsEmpty).Select(item => item.Text)));

    /// <summary>The items below each other.</summary>
    public static Code Lines(IEnumerable<Code> items) => Join(items, "\n");

    /// <summary>The items with a blank line between them.</summary>
    public static Code Blocks(IEnumerable<Code> items) => Join(items, "\n\n");

    /// <summary>The items with commas, in lines that are filled up to a width.</summary>
    public static Code Filled(IEnumerable<Code> items, int width)
    {
        var lines = new List<string>();
        foreach (var item in items)
        {
            if (lines.Count > 0 && lines[^1].Length + item.Text.Length + 2 <= width)
            {
                lines[^1] += ", " + item.Text;
            }
            else
            {
                lines.Add(item.Text);
            }
        }

        return new(string.Join(",\n", lines));
    }

    public override string ToString() => Text;
}
