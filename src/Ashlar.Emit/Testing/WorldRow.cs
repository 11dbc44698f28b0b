using Ashlar.Core.Model;

namespace Ashlar.Emit.Testing;

/// <summary>
/// A row of the world that the generated tests run in. Values by field: null, bool, long, decimal, string, DateOnly,
/// TimeOnly, DateTimeOffset, TimeSpan, another row, a <see cref="WorldValue"/>, a list of these, or the moment of the
/// test (<see cref="Moment"/>).
/// </summary>
internal sealed class WorldRow(Entity entity, string id, string name)
{
    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);

    public Entity Entity { get; } = entity;

    public string Id { get; } = id;

    /// <summary>What a test calls it.</summary>
    public string Name { get; } = name;

    public object? this[string field]
    {
        get => _values.GetValueOrDefault(field);
        set => _values[field] = value;
    }

    public bool Has(string field) => _values.ContainsKey(field);

    public WorldRow Copy(string id)
    {
        var copy = new WorldRow(Entity, id, Name);
        foreach (var (field, value) in _values)
        {
            copy[field] = value;
        }

        return copy;
    }
}

/// <summary>A value with fields.</summary>
internal sealed record WorldValue(IReadOnlyDictionary<string, object?> Fields)
{
    public object? this[string field] => Fields.GetValueOrDefault(field);
}

/// <summary>A value that is the moment, or the day, at which the test runs.</summary>
internal enum Moment
{
    Now,
    Today,
}
