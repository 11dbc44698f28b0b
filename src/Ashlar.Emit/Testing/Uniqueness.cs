using System.Collections.Immutable;
using Ashlar.Core.Model;
using Ashlar.Core.Text;

namespace Ashlar.Emit.Testing;

/// <summary>Something that no two rows may have in common, and the code of the refusal.</summary>
internal sealed record Uniqueness(string Name, string Code, ImmutableArray<string> Fields)
{
    /// <summary>Those of an entity that a request can break; what the system numbers itself never collides.</summary>
    public static ImmutableArray<Uniqueness> Of(Entity entity) =>
    [
        .. entity.Fields.Where(field => field is { IsUnique: true, Generated: null })
            .Select(field => new Uniqueness(field.Name, "taken", [field.Name])),
        .. entity.Uniques.Select(rule => new Uniqueness(rule.Name, Spelling.Kebab(rule.Name), [.. rule.Fields])),
        .. entity.Exclusives.Select(rule =>
            new Uniqueness(rule.Name, Spelling.Kebab(rule.Name), [.. rule.Fields, rule.From, rule.Until])),
    ];
}
