using System.Globalization;
using System.Text.Json;

namespace Ashlar.Kernel;

/// <summary>
/// What one field of the model accepts from outside. One instance serves bodies, query strings and paths, so a rule is
/// written once. The first rule that fails is the one that is reported.
/// </summary>
/// <typeparam name="T">The type of the field in C#.</typeparam>
public abstract class Field<T>
{
    private protected Field(string name) => Name = name;

    /// <summary>The name on the wire.</summary>
    public string Name { get; }

    /// <summary>Reads a JSON value that is neither absent nor null.</summary>
    internal abstract Fault? Read(JsonElement json, out T value);

    /// <summary>Holds a value that code made to the same rules.</summary>
    internal virtual Fault? Hold(T value, out T held) =>
        Parse(string.Create(CultureInfo.InvariantCulture, $"{value}"), out held);

    /// <summary>Reads a value from a query string or a path.</summary>
    internal abstract Fault? Parse(string text, out T value);
}
