namespace Ashlar.Emit.Text;

/// <summary>A C# type as it is written where it is used.</summary>
public readonly record struct TypeRef
{
    private TypeRef(string text) => Text = text;

    public string Text { get; }

    /// <summary>A built-in type such as `int` or a named one.</summary>
    public static TypeRef BuiltIn(string keyword) => new(keyword);

    public static TypeRef Of(Ident name) => new(name.Text);

    public static TypeRef ListOf(TypeRef item) => new($"IReadOnlyList<{item.Text}>");

    public static TypeRef Generic(string name, TypeRef argument) => new($"{name}<{argument.Text}>");

    public TypeRef Nullable(bool isNullable) => isNullable ? new(Text + "?") : this;

    public override string ToString() => Text;
}
