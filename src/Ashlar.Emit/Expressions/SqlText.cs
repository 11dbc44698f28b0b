using System.Globalization;

namespace Ashlar.Emit.Expressions;

/// <summary>A piece of SQL that knows when it needs brackets.</summary>
internal readonly record struct SqlText(string Text, Tightness Tightness)
{
    public static SqlText True { get; } = Primary("true");

    public static SqlText False { get; } = Primary("false");

    public static SqlText Null { get; } = Primary("null");

    public static SqlText Primary(string text) => new(text, Tightness.Primary);

    public static SqlText Of(long value) =>
        new(value.ToString(CultureInfo.InvariantCulture), value < 0 ? Tightness.Sign : Tightness.Primary);

    /// <summary>A text literal: quotes are doubled, nothing else is special in it on either database.</summary>
    public static SqlText Of(string value) => Primary($"'{value.Replace("'", "''", StringComparison.Ordinal)}'");

    public static SqlText Call(string function, params ReadOnlySpan<SqlText> arguments)
    {
        var texts = new string[arguments.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = arguments[i].Text;
        }

        return Primary($"{function}({string.Join(", ", texts)})");
    }

    public static SqlText Compare(SqlText left, string sign, SqlText right) =>
        new($"{left.In(Tightness.Concatenation)} {sign} {right.In(Tightness.Concatenation)}", Tightness.Comparison);

    public static SqlText Add(SqlText left, string sign, SqlText right) =>
        new($"{left.In(Tightness.Sum)} {sign} {right.In(Tightness.Product)}", Tightness.Sum);

    public static SqlText Multiply(SqlText left, SqlText right) =>
        new($"{left.In(Tightness.Product)} * {right.In(Tightness.Sign)}", Tightness.Product);

    public static SqlText Negate(SqlText operand) => new($"-{operand.In(Tightness.Primary)}", Tightness.Sign);

    /// <summary>`case when … then … else … end`.</summary>
    public static SqlText Case(SqlText condition, SqlText then, SqlText otherwise) =>
        Primary($"case when {condition.Text} then {then.Text} else {otherwise.Text} end");

    public SqlText IsNull() => new($"{In(Tightness.Concatenation)} is null", Tightness.Comparison);

    public SqlText IsNotNull() => new($"{In(Tightness.Concatenation)} is not null", Tightness.Comparison);

    public SqlText Not() => Text switch
    {
        "true" => False,
        "false" => True,
        _ => new($"not {In(Tightness.Primary)}", Tightness.Not),
    };

    public SqlText And(SqlText other) => (Text, other.Text) switch
    {
        ("true", _) => other,
        ("false", _) or (_, "true") => this,
        _ => new($"{In(Tightness.And)} and {other.In(Tightness.And)}", Tightness.And),
    };

    public SqlText Or(SqlText other) => (Text, other.Text) switch
    {
        ("false", _) => other,
        ("true", _) or (_, "false") => this,
        _ => new($"{In(Tightness.Or)} or {other.In(Tightness.Or)}", Tightness.Or),
    };

    /// <summary>The text as an operand of something that binds this tightly.</summary>
    public string In(Tightness least) => Tightness < least ? $"({Text})" : Text;

    public override string ToString() => Text;
}
