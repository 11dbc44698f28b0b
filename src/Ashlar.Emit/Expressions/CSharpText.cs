namespace Ashlar.Emit.Expressions;

/// <summary>A piece of C# that knows when it needs brackets.</summary>
internal readonly record struct CSharpText(string Text, CSharpBinding Binding)
{
    public static CSharpText Null { get; } = Primary("null");

    public static CSharpText Constant(bool isTrue) => Primary(isTrue ? "true" : "false");

    public static CSharpText Primary(string text) => new(text, CSharpBinding.Primary);

    public static CSharpText Call(string function, params ReadOnlySpan<CSharpText> arguments)
    {
        var texts = new string[arguments.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = arguments[i].Text;
        }

        return Primary($"{function}({string.Join(", ", texts)})");
    }

    /// <summary>An operator that groups to the left.</summary>
    public static CSharpText Infix(CSharpText left, string sign, CSharpText right, CSharpBinding binding) =>
        new($"{left.In(binding)} {sign} {right.In(binding + 1)}", binding);

    public static CSharpText Equality(CSharpText left, string sign, CSharpText right) =>
        new($"{left.In(CSharpBinding.Relation)} {sign} {right.In(CSharpBinding.Relation)}", CSharpBinding.Equality);

    public static CSharpText Relation(CSharpText left, string sign, CSharpText right) =>
        new($"{left.In(CSharpBinding.Sum)} {sign} {right.In(CSharpBinding.Sum)}", CSharpBinding.Relation);

    /// <summary>What stands behind a constant that decides is not evaluated, and left out.</summary>
    public CSharpText And(CSharpText other) => (Text, other.Text) switch
    {
        ("true", _) => other,
        ("false", _) or (_, "true") => this,
        _ => Infix(this, "&&", other, CSharpBinding.And),
    };

    public CSharpText Or(CSharpText other) => (Text, other.Text) switch
    {
        ("false", _) => other,
        ("true", _) or (_, "false") => this,
        _ => Infix(this, "||", other, CSharpBinding.Or),
    };

    public CSharpText Is(string pattern) => new($"{In(CSharpBinding.Sum)} is {pattern}", CSharpBinding.Relation);

    public CSharpText Not() => new($"!{In(CSharpBinding.Unary)}", CSharpBinding.Unary);

    public CSharpText Member(string name) => Primary($"{In(CSharpBinding.Primary)}.{name}");

    /// <summary>`a?.Name`: null where the target is.</summary>
    public CSharpText MemberOrNull(string name) =>
        new($"{In(CSharpBinding.ConditionalAccess)}?.{name}", CSharpBinding.ConditionalAccess);

    public string In(CSharpBinding least) => Binding < least ? $"({Text})" : Text;

    public override string ToString() => Text;
}
