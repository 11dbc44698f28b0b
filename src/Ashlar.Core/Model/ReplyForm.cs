using Ashlar.Core.Text;

namespace Ashlar.Core.Model;

/// <summary>The status of a reply, and what stands around its rows.</summary>
public sealed record ReplyForm
{
    /// <summary>The status that the operation has by itself, and nothing around the row.</summary>
    public static ReplyForm Default { get; } = new();

    public int? Status { get; init; }

    /// <summary>`reply 204`: the status is all.</summary>
    public bool HasNoBody { get; init; }

    public ReplyObject? Envelope { get; init; }
}

/// <summary>A value in a reply.</summary>
public abstract record ReplyValue;

/// <summary>The row, or the rows of a list, in the shape of the operation.</summary>
public sealed record ReplyRows : ReplyValue;

/// <summary>`total`: how many rows the list has on all its pages.</summary>
public sealed record ReplyTotal : ReplyValue;

/// <summary>`next`: what leads to the following page.</summary>
public sealed record ReplyNext : ReplyValue;

/// <summary>`"list"`: what every reply says. The text is the value as C# and JSON write it, or the text itself.</summary>
public sealed record ReplyConstant(ReplyConstantKind Kind, string Text) : ReplyValue;

public enum ReplyConstantKind
{
    Text,
    Number,
    Flag,
    Null,
}

/// <summary>`{ articles: …, articlesCount: total }`.</summary>
public sealed record ReplyObject(ValueList<ReplyMember> Members) : ReplyValue
{
    /// <summary>Every value in it, with the way to it.</summary>
    public IEnumerable<(ValueList<string> Path, ReplyValue Value)> Values => Members.SelectMany(member =>
        member.Value is ReplyObject nested
            ? nested.Values.Select(inner => (Path: inner.Path.Items.Prepend(member.Name).ToValueList(), inner.Value))
            : [(Path: [member.Name], member.Value)]);

    /// <summary>The way to the row or rows; empty where the reply has none.</summary>
    public ValueList<string> PathOfRows => Values.FirstOrDefault(value => value.Value is ReplyRows).Path;
}

public sealed record ReplyMember(string Name, ReplyValue Value);
