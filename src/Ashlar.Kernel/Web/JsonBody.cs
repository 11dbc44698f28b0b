using System.Text.Json;

namespace Ashlar.Kernel;

/// <summary>
/// A JSON object in a request. Each method reads one member and remembers what is wrong with it; read all members,
/// then ask for <see cref="Refusal"/>. A member that nobody asked for is refused.
/// </summary>
public sealed class JsonBody
{
    private readonly JsonElement _json;
    private readonly string _path;
    private readonly List<FieldProblem> _problems;
    private readonly List<string> _names = [];
    private readonly Dictionary<string, JsonElement> _given = new(StringComparer.Ordinal);

    private readonly WireForm? _form;
    private readonly Refusal? _unreadable;

    /// <summary>The members of an object that the system itself wrote, such as an event.</summary>
    public static JsonBody Of(JsonElement json) => new(json);

    internal JsonBody(Refusal unreadable)
        : this(default, "", []) =>
        _unreadable = unreadable;

    internal JsonBody(JsonElement json, WireForm? form = null)
        : this(json, "", [])
    {
        _form = form;
        if (json.ValueKind != JsonValueKind.Object)
        {
            _problems.Add(new("", "malformed", "Send a JSON object."));
        }
    }

    private JsonBody(JsonElement json, string path, List<FieldProblem> problems)
    {
        _json = json;
        _path = path;
        _problems = problems;
    }

    /// <summary>The object as it was sent; an empty one where nothing was.</summary>
    internal JsonElement Json => _json.ValueKind == JsonValueKind.Object ? _json : JsonSerializer.SerializeToElement(new { });

    /// <summary>Whether members that nobody asked for are let through.</summary>
    internal bool IgnoresUnknownMembers { get; init; }

    /// <summary>Everything that is wrong, or null. Unknown members count once all others are read.</summary>
    public Refusal? Refusal
    {
        get
        {
            if (_unreadable is not null)
            {
                return _unreadable;
            }

            RefuseUnknownMembers();
            return _problems.Count == 0 ? null : Refusal.Invalid(_problems);
        }
    }

    /// <summary>
    /// Throws where a member that was asked for is missing or malformed, for what the system itself wrote: another version of it
    /// may have written something else. Members that nobody asked for are that version's own.
    /// </summary>
    public void ThrowIfIncomplete()
    {
        if (_problems is [var first, ..])
        {
            throw new JsonException($"`{first.Field}` is {first.Code}.");
        }
    }

    /// <summary>Whether the body says anything; <c>{}</c> does not.</summary>
    public bool HasMembers => _form is null
        ? _json.ValueKind == JsonValueKind.Object && _json.EnumerateObject().Any()
        : _names.Exists(name => Find(name) is not null);

    /// <summary>Adds what the path of the request says instead of the body.</summary>
    public JsonBody Give(string name, Guid value)
    {
        _given[name] = JsonSerializer.SerializeToElement(value);
        return this;
    }

    /// <summary>A member that must be there.</summary>
    public T Required<T>(Field<T> field)
    {
        if (Find(field.Name) is not { } json)
        {
            Report(field.Name, "missing", "It is required.");
            return Nothing(field);
        }

        return Read(field, json);
    }

    /// <summary>A member with a default, which counts when the member is absent; null is refused.</summary>
    public T OrDefault<T>(Field<T> field, T value) => Find(field.Name) is { } json ? Read(field, json) : value;

    /// <summary>A member with a default, which counts when the member is absent; it may be null.</summary>
    public T? OptionalOr<T>(Field<T> field, T? value) where T : struct => Find(field.Name) is null ? value : Optional(field);

    /// <summary>A text with a default, which counts when the member is absent; it may be null.</summary>
    public string? OptionalOr(Field<string> field, string? value) => Find(field.Name) is null ? value : Optional(field);

    /// <summary>A member that may be absent or null.</summary>
    public T? Optional<T>(Field<T> field) where T : struct =>
        Find(field.Name) is { ValueKind: not JsonValueKind.Null } json ? Read(field, json) : null;

    /// <summary>A text that may be absent or null.</summary>
    public string? Optional(Field<string> field) =>
        Find(field.Name) is { ValueKind: not JsonValueKind.Null } json ? ReadOrBlank(field, json) : null;

    /// <summary>A change of a field that always has a value.</summary>
    public Change<T> Change<T>(Field<T> field) => Find(field.Name) is { } json ? new(true, Read(field, json)) : default;

    /// <summary>A change of a field that null clears.</summary>
    public Change<T?> ChangeOrClear<T>(Field<T> field) where T : struct => Find(field.Name) switch
    {
        null => default,
        { ValueKind: JsonValueKind.Null } => new(true, null),
        { } json => new(true, Read(field, json)),
    };

    /// <summary>A change of a text that null clears.</summary>
    public Change<string> ChangeOrClear(Field<string> field) => Find(field.Name) switch
    {
        null => default,
        { ValueKind: JsonValueKind.Null } => new(true, null),
        { } json => new(true, ReadOrBlank(field, json)),
    };

    /// <summary>A list of objects; absent counts as empty.</summary>
    public IReadOnlyList<T> Objects<T>(string name, int max, Func<JsonBody, T> read) =>
        Items(name, max, (json, path) => ReadObject(json, path, read));

    /// <summary>A list of values; absent counts as empty.</summary>
    public IReadOnlyList<T> Values<T>(Field<T> item, int max) =>
        Items(item.Name, max, (json, path) => ReadValue(item, json, path));

    /// <summary>A change of a list of objects, which replaces the whole list.</summary>
    public ListChange<T> ChangeObjects<T>(string name, int max, Func<JsonBody, T> read) =>
        Find(name) is null ? default : new(Objects(name, max, read));

    /// <summary>A change of a list of values, which replaces the whole list.</summary>
    public ListChange<T> ChangeValues<T>(Field<T> item, int max) =>
        Find(item.Name) is null ? default : new(Values(item, max));

    /// <summary>A nested object that must be there.</summary>
    public T Object<T>(string name, Func<JsonBody, T> read) where T : class
    {
        if (Find(name) is { } json)
        {
            return ReadObject(json, _path + name, read);
        }

        Report(name, "missing", "It is required.");
        return Nothing(read);
    }

    /// <summary>A nested object that may be absent or null.</summary>
    public T? OptionalObject<T>(string name, Func<JsonBody, T> read) where T : class =>
        Find(name) is { ValueKind: not JsonValueKind.Null } json ? ReadObject(json, _path + name, read) : null;

    /// <summary>A change of a nested object, which replaces the whole object.</summary>
    public Change<T> ChangeObject<T>(string name, Func<JsonBody, T> read) where T : class =>
        Find(name) is null ? default : new(true, Object(name, read));

    /// <summary>A change of a nested object that null clears.</summary>
    public Change<T> ChangeOrClearObject<T>(string name, Func<JsonBody, T> read) where T : class =>
        Find(name) is null ? default : new(true, OptionalObject(name, read));

    /// <summary>Whether the body has one of these members.</summary>
    public bool HasAny(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Find(name) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The refusal of a body that has some of these members, which the caller may not set in any row.</summary>
    public Refusal NotAllowed(params IEnumerable<string> names) => Refusal.Forbidden with
    {
        Errors = [.. names.Where(name => Find(name) is not null)
            .Select(name => new FieldProblem(_path + name, "not-allowed", "You may not set this."))],
    };

    /// <summary>Adds a problem that only the caller of this body can see.</summary>
    public void Report(string name, string code, string message)
    {
        if (_form is null || _json.ValueKind != JsonValueKind.Object || !_form.IsInBroken(_json, name))
        {
            _problems.Add(new(_path + name, code, message));
        }
    }

    private JsonElement? Find(string name)
    {
        if (!_names.Contains(name))
        {
            _names.Add(name);
        }

        if (_given.TryGetValue(name, out var given))
        {
            return given;
        }

        if (_form is not null)
        {
            return _form.Find(_json, name);
        }

        return _json.ValueKind == JsonValueKind.Object && _json.TryGetProperty(name, out var json) ? json : null;
    }

    private T Read<T>(Field<T> field, JsonElement json) => ReadValue(field, json, _path + field.Name);

    private T ReadValue<T>(Field<T> field, JsonElement json, string path)
    {
        if (json.ValueKind == JsonValueKind.Null)
        {
            _problems.Add(new(path, "null", "It may not be null."));
            return Nothing(field);
        }

        if (field.Read(json, out var value) is { } fault)
        {
            _problems.Add(new(path, fault.Code, fault.Message));
        }

        return value;
    }

    private string? ReadOrBlank(Field<string> field, JsonElement json) =>
        field is TextField { BlankAsNull: true } && JsonText.TryRead(json, out var text) && string.IsNullOrWhiteSpace(text)
            ? null
            : Read(field, json);

    private List<T> Items<T>(string name, int max, Func<JsonElement, string, T> read)
    {
        var items = new List<T>();
        if (Find(name) is not { } json)
        {
            return items;
        }

        if (json.ValueKind != JsonValueKind.Array)
        {
            Report(name, json.ValueKind == JsonValueKind.Null ? "null" : "malformed", "Send a list.");
            return items;
        }

        if (json.GetArrayLength() > max)
        {
            Report(name, "too-long", $"Send at most {max} items.");
            return items;
        }

        foreach (var (index, element) in json.EnumerateArray().Index())
        {
            items.Add(read(element, $"{_path}{name}[{index}]"));
        }

        return items;
    }

    private T ReadObject<T>(JsonElement json, string path, Func<JsonBody, T> read)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            _problems.Add(json.ValueKind == JsonValueKind.Null
                ? new(path, "null", "It may not be null.")
                : new(path, "malformed", "Send a JSON object."));
            return Nothing(read);
        }

        var body = new JsonBody(json, path + ".", _problems) { IgnoresUnknownMembers = IgnoresUnknownMembers };
        var value = read(body);
        body.RefuseUnknownMembers();
        return value;
    }

    private void RefuseUnknownMembers()
    {
        if (_json.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        if (_form is not null)
        {
            _problems.AddRange(_form.Problems(_json, IgnoresUnknownMembers));
            return;
        }

        if (IgnoresUnknownMembers)
        {
            return;
        }

        foreach (var property in _json.EnumerateObject())
        {
            // What the path gives, the body does not.
            if (_names.Exists(property.NameEquals) && !_given.Keys.Any(property.NameEquals))
            {
                continue;
            }

            var name = JsonText.Name(property);
            Report(name, "unknown-member", NearestName.Hint(name, _names));
        }
    }

    // What stands in for a value that is missing: a problem was reported, and so nobody uses it.
    private static T Nothing<T>(Field<T> field)
    {
        field.Parse("", out var value);
        return value;
    }

    private static T Nothing<T>(Func<JsonBody, T> read) => read(new JsonBody(default, "", []));
}
