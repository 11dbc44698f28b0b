using Ashlar.Core.Model;

namespace Ashlar.Emit.Testing;

/// <summary>Which rules of the model a row would break in the world as it is.</summary>
internal sealed class RowRules(World world, Oracle oracle)
{
    public bool Holds(WorldRow row) => HasWhatItNeeds(row) && BrokenChecks(row).Count == 0 && Collisions(row).Count == 0;

    public static bool HasWhatItNeeds(WorldRow row) => row.Entity.Fields.All(field =>
        field.IsOptional || !field.IsStoredInRow || field.IsOwnerReference || field.Generated is not null
            || row[field.Name] is not null);

    /// <summary>The names of the checks of the row and of the rows that it brings with it.</summary>
    public IReadOnlyList<string> BrokenChecks(WorldRow row) =>
    [
        .. row.Entity.Checks.Where(check => !oracle.Holds(check.Condition, row, Actor.Nobody)).Select(check => check.Name),
        .. Brought(row).SelectMany(BrokenChecks),
    ];

    /// <summary>The fields and rules in which another row has the same.</summary>
    public IReadOnlyList<string> Collisions(WorldRow row) =>
    [
        .. row.Entity.Fields.Where(field => IsUnique(field) && IsTaken(row, [field.Name])).Select(field => field.Name),
        .. row.Entity.Uniques.Where(rule => Applies(rule.Where, row) && IsTaken(row, rule.Fields, rule.Where))
            .Select(rule => rule.Name),
        .. row.Entity.Exclusives.Where(rule => Applies(rule.Where, row) && Overlaps(row, rule)).Select(rule => rule.Name),
    ];

    // What the system numbers itself never collides.
    private static bool IsUnique(Field field) => field is { IsUnique: true, Generated: null };

    private static IEnumerable<WorldRow> Brought(WorldRow row) => row.Entity.Fields
        .Where(field => field.Relation is { Kind: RelationKind.Owned })
        .SelectMany(field => row[field.Name] as IEnumerable<object?> ?? [])
        .OfType<WorldRow>();

    private bool Applies(Core.Model.Expressions.Expression? where, WorldRow row) =>
        where is null || oracle.Holds(where, row, Actor.Nobody);

    private bool IsTaken(WorldRow row, IEnumerable<string> fields, Core.Model.Expressions.Expression? where = null) =>
        Others(row).Any(other => Applies(where, other) && fields.All(field => AreSame(other[field], row[field])));

    private IEnumerable<WorldRow> Others(WorldRow row) => world.RowsOf(row.Entity.Name).Where(other => other.Id != row.Id);

    private bool Overlaps(WorldRow row, ExclusiveRule rule) => Others(row).Any(other =>
        Applies(rule.Where, other)
        && rule.Fields.All(field => AreSame(other[field], row[field]))
        && IsBefore(oracle.ValueOf(row, rule.From), oracle.ValueOf(other, rule.Until))
        && IsBefore(oracle.ValueOf(other, rule.From), oracle.ValueOf(row, rule.Until)));

    // Null never collides.
    private static bool AreSame(object? left, object? right) => (left, right) switch
    {
        (null, _) or (_, null) => false,
        (WorldRow first, WorldRow second) => first.Id == second.Id,
        _ => left.Equals(right),
    };

    private static bool IsBefore(object? left, object? right) =>
        left is IComparable first && right is not null && first.CompareTo(right) < 0;
}
