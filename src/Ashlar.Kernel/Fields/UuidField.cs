using System.Text.Json;

namespace Ashlar.Kernel;

/// <summary>An identifier, also the reference to another row.</summary>
public sealed class UuidField(string name) : Field<Guid>(name)
{
    internal override Fault? Read(JsonElement json, out Guid value)
    {
        value = default;
        return JsonText.TryRead(json, out var text)
            ? Parse(text, out value)
            : Fault.Malformed("an identifier");
    }

    internal override Fault? Parse(string text, out Guid value) =>
        Guid.TryParseExact(text, "D", out value) ? null : Fault.Malformed("an identifier");
}
