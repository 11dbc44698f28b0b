using System.Collections.Frozen;
using Ashlar.Core.Model;
using Ashlar.Core.Text;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Naming;

/// <summary>What generated methods call the rows that they handle: `book`, `books`.</summary>
internal static class LocalNames
{
    /// <summary>Names that the methods have already.</summary>
    private static readonly FrozenSet<string> Taken = FrozenSet.Create(
        StringComparer.Ordinal,
        "at", "body", "broken", "call", "callerId", "done", "first", "hash", "id", "ids", "inserted", "isAllowed", "isChanged",
        "isDeleted", "failed", "json", "match", "may", "missing", "page", "query", "refusal", "refused", "row", "rows",
        "session", "shown", "told", "turn", "unmet", "view", "work");

    public static Ident One(Entity entity) => Of(entity.Name.Name, [], "found");

    public static Ident Many(Entity entity, IEnumerable<string> others) => Of(entity.Plural, others, "all");

    /// <summary>A field's or parameter's value.</summary>
    public static Ident Of(string name) => Of(name, [], name + "Value");

    private static Ident Of(string name, IEnumerable<string> others, string otherwise)
    {
        var local = Spelling.Camel(name);
        return Ident.Of(Taken.Contains(local) || others.Contains(local, StringComparer.Ordinal) ? otherwise : local);
    }
}
