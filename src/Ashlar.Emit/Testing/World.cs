using System.Collections.Immutable;
using Ashlar.Core.Model;

namespace Ashlar.Emit.Testing;

/// <summary>Everybody and everything in the tests of a system.</summary>
internal sealed class World(SystemModel model)
{
    private readonly List<WorldRow> _rows = [];
    private readonly Dictionary<ElementName, List<WorldRow>> _byEntity = [];
    private readonly List<Actor> _actors = [];

    public SystemModel Model { get; } = model;

    public IReadOnlyList<WorldRow> Rows => _rows;

    /// <summary>The people who make requests, except nobody.</summary>
    public IReadOnlyList<Actor> Actors => _actors;

    public IReadOnlyList<WorldRow> RowsOf(ElementName entity) => _byEntity.GetValueOrDefault(entity, []);

    public void Add(WorldRow row)
    {
        _rows.Add(row);
        if (!_byEntity.TryGetValue(row.Entity.Name, out var rows))
        {
            _byEntity[row.Entity.Name] = rows = [];
        }

        rows.Add(row);
    }

    public void Remove(WorldRow row)
    {
        _rows.Remove(row);
        _byEntity[row.Entity.Name].Remove(row);
    }

    public void Add(Actor actor) => _actors.Add(actor);

    /// <summary>The rows of a collection field.</summary>
    public IEnumerable<WorldRow> Collection(WorldRow row, Field field) => field.Relation switch
    {
        { Kind: RelationKind.Linked } => Listed(row, field.Name),
        { Kind: RelationKind.LinkedInverse } relation =>
            RowsOf(relation.Target).Where(other => Listed(other, relation.BackReference).Contains(row)),
        { Kind: RelationKind.Owned } relation when row.Has(field.Name) => Listed(row, field.Name)
            .Concat(RowsOf(relation.Target).Where(other => ReferenceEquals(other[relation.BackReference], row)))
            .Distinct(),
        { } relation => RowsOf(relation.Target).Where(other => ReferenceEquals(other[relation.BackReference], row)),
        null => [],
    };

    private static IEnumerable<WorldRow> Listed(WorldRow row, string field) =>
        row[field] is IEnumerable<object?> items ? items.OfType<WorldRow>() : [];
}

/// <summary>Somebody who makes requests: a row of the principal, with roles. Nobody has no row.</summary>
internal sealed record Actor(string Name, WorldRow? Row, ImmutableArray<string> Roles)
{
    public static Actor Nobody { get; } = new("nobody", null, []);

    public bool IsSignedIn => Row is not null;
}
