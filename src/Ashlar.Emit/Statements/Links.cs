using Ashlar.Core.Model;
using Ashlar.Emit.Sql;

namespace Ashlar.Emit.Statements;

/// <summary>The link table of a linked collection, seen from the entity that has the field.</summary>
internal static class Links
{
    public static LinkTable Of(Emission emission, Entity owner, Field field)
    {
        var relation = field.Relation ?? throw new InvalidOperationException($"`{field.Name}` is no collection");
        var target = emission.Entity(relation.Target);
        return relation.Kind == RelationKind.LinkedInverse && target.Field(relation.BackReference) is { } declared
            ? LinkTable.Of(target, declared, owner).Inverse()
            : LinkTable.Of(owner, field, target);
    }
}
