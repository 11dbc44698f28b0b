using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Ashlar.Kernel;

/// <summary>A value in the body of a refusal.</summary>
public abstract class ErrorPart
{
    /// <summary>The stable code.</summary>
    public static ErrorPart Code { get; } = new Fact((json, refusal) => json.WriteStringValue(refusal.Code));

    /// <summary>One sentence for people.</summary>
    public static ErrorPart Message { get; } = new Fact((json, refusal) => json.WriteStringValue(refusal.Message));

    /// <summary>The status.</summary>
    public static ErrorPart Status { get; } = new Fact((json, refusal) => json.WriteNumberValue(refusal.Status));

    /// <summary>A member for each subject, with the list of what is wrong with it.</summary>
    public static ErrorPart Subjects { get; } = new BySubject();

    /// <summary>A text that is always the same.</summary>
    public static ErrorPart Text(string text) => new Fact((json, _) => json.WriteStringValue(text));

    /// <summary>An object of further values.</summary>
    public static ErrorPart Object(params IReadOnlyList<(string Name, ErrorPart Value)> members) => new Members(members);

    /// <summary>Writes the value as a refusal has it.</summary>
    internal abstract void Write(Utf8JsonWriter json, ErrorForm form, Refusal refusal, HttpContext http);

    private sealed class Fact(Action<Utf8JsonWriter, Refusal> write) : ErrorPart
    {
        internal override void Write(Utf8JsonWriter json, ErrorForm form, Refusal refusal, HttpContext http) =>
            write(json, refusal);
    }

    private sealed class Members(IReadOnlyList<(string Name, ErrorPart Value)> members) : ErrorPart
    {
        internal override void Write(Utf8JsonWriter json, ErrorForm form, Refusal refusal, HttpContext http)
        {
            json.WriteStartObject();
            foreach (var (name, value) in members)
            {
                json.WritePropertyName(name);
                value.Write(json, form, refusal, http);
            }

            json.WriteEndObject();
        }
    }

    private sealed class BySubject : ErrorPart
    {
        internal override void Write(Utf8JsonWriter json, ErrorForm form, Refusal refusal, HttpContext http)
        {
            json.WriteStartObject();
            foreach (var subject in form.Subjects(refusal, http))
            {
                json.WriteStartArray(subject.Key);
                foreach (var message in subject)
                {
                    json.WriteStringValue(message);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }
    }
}
