using System.Collections.Immutable;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;

namespace Ashlar.Emit.Entities;

/// <summary>How a row of an entity comes to be: where each field gets its value from when a request creates it.</summary>
internal sealed record Creation(Entity Entity, ImmutableArray<CreatedField> Fields)
{
    /// <summary>A row that a create request makes.</summary>
    public static Creation Of(Entity entity, Endpoint endpoint) =>
        Of(entity, [.. WritableFields.Of(entity, endpoint)]);

    /// <summary>A row that is written as part of its owner.</summary>
    public static Creation OfOwned(Entity entity) => Of(entity, [.. WritableFields.OfOwned(entity)]);

    /// <summary>Those whose value the program knows before it asks the database.</summary>
    public IEnumerable<CreatedField> Known => Fields.Where(created => created.IsKnown);

    /// <summary>Those that the row in memory has.</summary>
    public IEnumerable<CreatedField> Held => Fields.Where(created => created.IsHeld);

    private static Creation Of(Entity entity, ImmutableArray<Field> writable) =>
        new(
            entity,
            [.. entity.Fields.Where(IsWritten).Select(field => new CreatedField(field, SourceOf(field, writable.Contains(field))))
            .Where(field => field.Source != CreationSource.Nothing)]);

    private static bool IsWritten(Field field) =>
        field.Computed is null
            && !field.IsOwnerReference && field.Relation is null or { Kind: RelationKind.Owned or RelationKind.Linked };

    private static CreationSource SourceOf(Field field, bool isWritable) => field switch
    {
        { Relation: not null } => isWritable ? CreationSource.Body : CreationSource.Nothing,
        { State: not null } => CreationSource.Initial,
        { Generated: not null } => CreationSource.Sequence,
        { Default: { } value } when !IsSimple(value) => isWritable ? CreationSource.BodyOrDatabase : CreationSource.Database,
        _ when isWritable => CreationSource.Body,
        { Default: not null } => CreationSource.Default,
        _ => CreationSource.Nothing,
    };

    // What reads the row or other rows is left to the database, which has them.
    private static bool IsSimple(Expression value) => value is Literal or Variable;
}
