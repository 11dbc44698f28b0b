using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;

namespace Ashlar.Emit.Sql;

/// <summary>
/// The tables whose rows nobody may ever change or delete: the role that serves requests has no right to. What the database
/// itself does by a foreign key it does as the owner of the tables.
/// </summary>
internal static class KeptTables
{
    public static ValueList<string> NeverUpdated(Emission emission) =>
        Tables(emission, entity => IsNever(emission, entity, Operation.Update) && !IsUpdatedByTrigger(emission, entity));

    public static ValueList<string> NeverDeleted(Emission emission) =>
        Tables(emission, entity => IsNever(emission, entity, Operation.Delete) && !IsReplacedWithOwner(emission, entity));

    /// <summary>A list is a part of its row: what never changes has the same items for ever.</summary>
    private static ValueList<string> Tables(Emission emission, Func<Entity, bool> isKept) => emission.Model.Entities
        .Where(isKept).Select(SqlNames.Table)
        .Concat(emission.Model.Entities.Where(entity => IsNever(emission, entity, Operation.Update)).SelectMany(ListTables))
        .Order(StringComparer.Ordinal)
        .ToValueList();

    private static IEnumerable<string> ListTables(Entity entity) => entity.Fields
        .Where(field => field is { Computed: null, Type: ListType } and { Relation: null or { Kind: RelationKind.Linked } })
        .Select(field => SqlNames.ListTable(entity, field));

    private static bool IsNever(Emission emission, Entity entity, Operation operation) =>
        entity.Access.Kind == AccessKind.SameAsOwner && entity.Owner is { } owner
            ? IsNever(emission, emission.Entity(owner), operation)
            : entity.Access.Never.Contains(operation);

    private static bool IsReplacedWithOwner(Emission emission, Entity entity) =>
        entity.Owner is { } owner && !IsNever(emission, emission.Entity(owner), Operation.Update);

    // A check over a list locks its row, which takes the right to change it; words for search are written by triggers.
    private static bool IsUpdatedByTrigger(Emission emission, Entity entity) =>
        emission.ConstraintsOf(entity).OfType<ListCheck>().Any()
        || (entity.Search is { } search && SearchWriter.Hops(emission.Model, search).Length > 0);
}
