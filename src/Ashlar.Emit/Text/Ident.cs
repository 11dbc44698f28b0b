namespace Ashlar.Emit.Text;

/// <summary>A C# identifier or a dotted name of them, ready to print: words of C# carry their `@`.</summary>
public readonly record struct Ident
{
    private Ident(string text) => Text = text;

    public string Text { get; }

    /// <summary>The identifier of this name. A name that cannot be one is a defect of the caller.</summary>
    public static Ident Of(string name)
    {
        var parts = name.Split('.');
        if (!Array.TrueForAll(parts, IsIdentifier))
        {
            throw new ArgumentException($"`{name}` cannot be a C# identifier", nameof(name));
        }

        return new Ident(Array.Exists(parts, CSharpWords.IsReserved) ? string.Join('.', parts.Select(Escape)) : name);
    }

    public Ident Member(Ident name) => new($"{Text}.{name.Text}");

    public override string ToString() => Text;

    private static string Escape(string name) => CSharpWords.IsReserved(name) ? "@" + name : name;

    private static bool IsIdentifier(string name)
    {
        if (name.Length == 0 || !(char.IsLetter(name[0]) || name[0] == '_'))
        {
            return false;
        }

        foreach (var c in name)
        {
            if (!char.IsLetterOrDigit(c) && c != '_')
            {
                return false;
            }
        }

        return true;
    }
}
