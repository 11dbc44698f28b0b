using System.Text.Json;

namespace Ashlar.Kernel;

/// <summary>An object around the rows of a reply: <c>{ "articles": […], "articlesCount": 3 }</c>.</summary>
public sealed class Envelope : IShape
{
    private readonly List<Action<Utf8JsonWriter>> _members = [];

    /// <summary>Adds a row or another object; null where there is none.</summary>
    public Envelope With(string name, IShape? value) => Add(name, json =>
    {
        if (value is null)
        {
            json.WriteNullValue();
        }
        else
        {
            value.Write(json);
        }
    });

    /// <summary>Adds rows.</summary>
    public Envelope With<T>(string name, IReadOnlyList<T> values) where T : IShape => Add(name, json =>
    {
        json.WriteStartArray();
        foreach (var value in values)
        {
            value.Write(json);
        }

        json.WriteEndArray();
    });

    /// <summary>Adds texts.</summary>
    public Envelope With(string name, IReadOnlyList<string> values) => Add(name, json =>
    {
        json.WriteStartArray();
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    });

    /// <summary>Adds a number, or null.</summary>
    public Envelope With(string name, long? value) => Add(name, json =>
    {
        if (value is { } number)
        {
            json.WriteNumberValue(number);
        }
        else
        {
            json.WriteNullValue();
        }
    });

    /// <summary>Adds true or false.</summary>
    public Envelope With(string name, bool value) => Add(name, json => json.WriteBooleanValue(value));

    /// <summary>Adds a text, or null.</summary>
    public Envelope With(string name, string? value) => Add(name, json => json.WriteStringValue(value));

    /// <inheritdoc />
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var member in _members)
        {
            member(json);
        }

        json.WriteEndObject();
    }

    private Envelope Add(string name, Action<Utf8JsonWriter> write)
    {
        _members.Add(json =>
        {
            json.WritePropertyName(name);
            write(json);
        });
        return this;
    }
}
