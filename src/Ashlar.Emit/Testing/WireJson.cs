using System.Text.Json.Nodes;
using Ashlar.Core.Model;

namespace Ashlar.Emit.Testing;

/// <summary>Requests with the members that the outside knows.</summary>
internal static class WireJson
{
    /// <summary>Puts each value where its member is; the objects around are there also where they are empty.</summary>
    public static JsonObject Of(WireBody? form, JsonObject fields)
    {
        if (form is null)
        {
            return fields;
        }

        var body = new JsonObject();
        foreach (var member in form.Members)
        {
            var owner = Owner(body, member.Path.SkipLast(1));
            if (fields.TryGetPropertyValue(member.Field, out var value))
            {
                owner[member.Path[^1]] = value?.DeepClone();
            }
        }

        return body;
    }

    /// <summary>`article.body` for the field `text`, and `article.tags[0]` for what is in a field.</summary>
    public static string Name(WireBody? form, string path)
    {
        var end = path.AsSpan().IndexOfAny('.', '[');
        var field = end < 0 ? path : path[..end];
        return form?.Of(field) is { } member ? member.Name + path[field.Length..] : path;
    }

    public static BadValue Named(WireBody? form, BadValue value) => value with { Field = Name(form, value.Field) };

    private static JsonObject Owner(JsonObject body, IEnumerable<string> path)
    {
        foreach (var name in path)
        {
            if (body[name] is not JsonObject inner)
            {
                body[name] = inner = [];
            }

            body = inner;
        }

        return body;
    }
}
