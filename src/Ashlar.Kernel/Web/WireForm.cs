using System.Text.Json;

namespace Ashlar.Kernel;

/// <summary>
/// What the members of a request are called where they are not called like the fields: the field <c>text</c> may be the
/// member <c>article.body</c>, which is the member <c>body</c> of the object <c>article</c>.
/// </summary>
public sealed class WireForm
{
    private readonly Dictionary<string, string[]> _paths = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _objects = new(StringComparer.Ordinal) { [""] = [] };

    /// <summary>A form of these fields and members.</summary>
    public WireForm(params IReadOnlyList<(string Field, string Member)> members)
    {
        foreach (var (field, member) in members)
        {
            var path = member.Split('.');
            _paths.Add(field, path);
            for (var i = 0; i < path.Length; i++)
            {
                var owner = string.Join('.', path[..i]);
                _objects.TryAdd(owner, new(StringComparer.Ordinal));
                _objects[owner].Add(path[i]);
            }
        }
    }

    /// <summary>The member of a field, or null when the request does not have it or has something else around it.</summary>
    internal JsonElement? Find(JsonElement body, string field)
    {
        if (!_paths.TryGetValue(field, out var path))
        {
            return null;
        }

        var json = body;
        foreach (var name in path)
        {
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out json))
            {
                return null;
            }
        }

        return json;
    }

    /// <summary>Whether a member stands in something that is there and no object: that is what is wrong then.</summary>
    internal bool IsInBroken(JsonElement body, string field)
    {
        if (!_paths.TryGetValue(field, out var path))
        {
            return false;
        }

        var json = body;
        foreach (var name in path[..^1])
        {
            if (!json.TryGetProperty(name, out json))
            {
                return false;
            }

            if (json.ValueKind != JsonValueKind.Object)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What is wrong with the objects around the members, and the members that no field has.</summary>
    internal IEnumerable<FieldProblem> Problems(JsonElement body, bool ignoreUnknown) => Problems(body, "", ignoreUnknown);

    /// <summary>The same problems about members instead of fields.</summary>
    internal Refusal InMembers(Refusal refusal) => refusal.Errors.Count == 0
        ? refusal
        : refusal with { Errors = [.. refusal.Errors.Select(InMembers)] };

    private FieldProblem InMembers(FieldProblem problem)
    {
        if (problem.IsOfMember)
        {
            return problem;
        }

        var end = problem.Field.AsSpan().IndexOfAny('.', '[');
        var field = end < 0 ? problem.Field : problem.Field[..end];
        return _paths.TryGetValue(field, out var path)
            ? problem with { Field = string.Join('.', path) + problem.Field[field.Length..], IsOfMember = true }
            : problem;
    }

    private IEnumerable<FieldProblem> Problems(JsonElement json, string owner, bool ignoreUnknown)
    {
        foreach (var property in json.EnumerateObject())
        {
            var name = JsonText.Name(property);
            var path = owner.Length == 0 ? name : $"{owner}.{name}";
            if (!_objects[owner].Contains(name))
            {
                if (!ignoreUnknown)
                {
                    yield return new(path, "unknown-member", NearestName.Hint(name, _objects[owner])) { IsOfMember = true };
                }
            }
            else if (_objects.ContainsKey(path))
            {
                foreach (var problem in Inside(property.Value, path, ignoreUnknown))
                {
                    yield return problem;
                }
            }
        }
    }

    private IEnumerable<FieldProblem> Inside(JsonElement json, string path, bool ignoreUnknown) => json.ValueKind switch
    {
        JsonValueKind.Object => Problems(json, path, ignoreUnknown),
        JsonValueKind.Null => [new(path, "null", "It may not be null.") { IsOfMember = true }],
        _ => [new(path, "malformed", "Send a JSON object.") { IsOfMember = true }],
    };
}
