using System.Text.Json;

namespace Ashlar.Kernel;

/// <summary>An enum member by name.</summary>
public sealed class EnumField<T>(string name) : Field<T>(name) where T : struct, Enum
{
    internal override Fault? Read(JsonElement json, out T value)
    {
        value = default;
        return JsonText.TryRead(json, out var text)
            ? Parse(text, out value)
            : Unknown();
    }

    internal override Fault? Parse(string text, out T value) => EnumNames<T>.TryParse(text, out value) ? null : Unknown();

    private static Fault Unknown() => new("no-match", $"Send one of {string.Join(", ", EnumNames<T>.All)}.");
}
