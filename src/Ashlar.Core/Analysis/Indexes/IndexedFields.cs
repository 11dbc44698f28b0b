using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;

namespace Ashlar.Core.Analysis.Indexes;

/// <summary>The fields that some index of an entity begins with: declared, of unique rules, of references, of the key.</summary>
internal static class IndexedFields
{
    public static IEnumerable<string> FirstOf(Entity entity) =>
        entity.Indexes.Where(index => index.Keys.Count > 0).Select(index => index.Keys[0].Field)
            .Concat(entity.Uniques.Where(rule => rule is { Where: null, Fields.Count: > 0 }).Select(rule => rule.Fields[0]))
            .Concat(entity.Fields.Where(HasOwn).Select(field => field.Name))
            .Append("id");

    private static bool HasOwn(Field field) => field.IsUnique || field.Type is ReferenceType or ListType;
}
