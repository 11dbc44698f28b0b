using System.Text;
using System.Text.Json;

namespace Ashlar.SystemTesting;

/// <summary>What the system answered, and what it should have.</summary>
public sealed record TestReply(string Request, int Status, string? ETag)
{
    /// <summary>The bytes of the body.</summary>
    public byte[] Content { get; init; } = [];

    /// <summary>Where a created row is.</summary>
    public string? Location { get; init; }

    /// <summary>What the body is.</summary>
    public string? MediaType { get; init; }

    /// <summary>What a browser does with the body.</summary>
    public string? Disposition { get; init; }

    /// <summary>
    /// What is behind a refusal that an api says in a form of its own: `status`, `code` and `errors` as in a problem document.
    /// </summary>
    public JsonElement? Refusal { get; init; }

    /// <summary>The body as text.</summary>
    public string Body => Encoding.UTF8.GetString(Content);

    /// <summary>The reply as JSON; null when there is none.</summary>
    public JsonElement? Json => Body.Length == 0 ? null : JsonSerializer.Deserialize<JsonElement>(Body);

    /// <summary>A status and, for a refusal, its code.</summary>
    public TestReply Expect(int status, string code = "")
    {
        var actual = status < 400 ? "" : Code;
        if (status != OwnStatus || code != actual)
        {
            throw new TestException($"{Request}: expected {status} {code}, got {OwnStatus} {actual}\n{Body}");
        }

        return this;
    }

    /// <summary>A refusal of the request as a whole that names this member with this code.</summary>
    public TestReply ExpectField(string field, string code)
    {
        Expect(400, "invalid");
        var errors = (Refusal ?? Json) is { } json ? json.GetProperty("errors").EnumerateArray().ToList() : [];
        if (!errors.Exists(error => error.GetProperty("field").GetString() == field
            && error.GetProperty("code").GetString() == code))
        {
            throw new TestException($"{Request}: expected {field} to be {code}\n{Body}");
        }

        return this;
    }

    /// <summary>A reply with exactly these members, in any order.</summary>
    public TestReply ExpectMembers(params IReadOnlyList<string> members)
    {
        var actual = Json is { ValueKind: JsonValueKind.Object } json
            ? json.EnumerateObject().Select(member => member.Name).ToList()
            : [];
        if (!members.Order(StringComparer.Ordinal).SequenceEqual(actual.Order(StringComparer.Ordinal)))
        {
            throw new TestException($"{Request}: expected the members {string.Join(", ", members)}\n{Body}");
        }

        return this;
    }

    /// <summary>The same reply seen from an object in it; a path leads into nested ones.</summary>
    public TestReply At(string path) => Inner(path) is { } inner
        ? this with { Content = Encoding.UTF8.GetBytes(inner.GetRawText()) }
        : throw new TestException($"{Request}: expected {path}\n{Body}");

    /// <summary>A page with so many rows, in a member of the reply.</summary>
    public TestReply ExpectRows(int count, string at = "items")
    {
        var actual = Inner(at) is { ValueKind: JsonValueKind.Array } rows ? rows.GetArrayLength() : -1;
        if (actual != count)
        {
            throw new TestException($"{Request}: expected {count} rows, got {actual}\n{Body}");
        }

        return this;
    }

    /// <summary>The rows of a view with these members, in their order.</summary>
    public TestReply ExpectItems(string rows, int status = 200, string at = "items", string column = "")
    {
        Expect(status);
        return ExpectedRows.Difference(rows, Body, at, column) is { } difference
            ? throw new TestException($"{Request}: {difference}\n{Body}")
            : this;
    }

    /// <summary>A number in a member of the reply.</summary>
    public TestReply ExpectNumber(string at, long number) => Inner(at) is { ValueKind: JsonValueKind.Number } actual
        && actual.GetInt64() == number
            ? this
            : throw new TestException($"{Request}: expected {at} to be {number}\n{Body}");

    /// <summary>The file that was sent with this type, for saving only.</summary>
    public TestReply ExpectFile(string type)
    {
        Expect(200);
        if ((type, "attachment") != (MediaType, Disposition) || !TestFile.Of(type).AsSpan().SequenceEqual(Content))
        {
            throw new TestException($"{Request}: expected the {type} that was sent, got {Content.Length} bytes of {MediaType}");
        }

        return this;
    }

    /// <summary>A row that shows the file in a member: what it is, and where its bytes are.</summary>
    public TestReply ExpectFileAt(string member, string href, string type)
    {
        Expect(200);
        var isShown = Json is { } json && json.TryGetProperty(member, out var file)
            && file.GetProperty("href").GetString() == href
            && file.GetProperty("mediaType").GetString() == type
            && file.GetProperty("size").GetInt32() == TestFile.Of(type).Length;
        return isShown ? this : throw new TestException($"{Request}: {member} is not the file\n{Body}");
    }

    /// <summary>The code of a refusal; empty for what was carried out.</summary>
    public string Code => Refusal is { } refusal ? refusal.GetProperty("code").GetString() ?? "" : Text("code");

    /// <summary>The status of a refusal by itself, whatever the api answers instead.</summary>
    internal int OwnStatus => Refusal is { } refusal ? refusal.GetProperty("status").GetInt32() : Status;

    private JsonElement? Inner(string path)
    {
        var inner = Json;
        foreach (var name in path.Split('.'))
        {
            inner = inner is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty(name, out var member)
                ? member
                : null;
        }

        return inner;
    }

    private string Text(string member) =>
        Json is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty(member, out var value)
            ? value.GetString() ?? ""
            : "";
}
