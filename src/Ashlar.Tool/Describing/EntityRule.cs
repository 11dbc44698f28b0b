using Ashlar.Core.Model;
using Ashlar.Core.Text;

namespace Ashlar.Tool.Describing;

/// <summary>A rule of an entity that has a name: a `check`, a `unique` or an `exclusive`.</summary>
internal sealed record EntityRule(string Kind, string Name, string Message, Origin Origin)
{
    public static IEnumerable<EntityRule> Of(Entity entity) =>
    [
        .. entity.Checks.Select(rule => new EntityRule("check", rule.Name, rule.Message, rule.Origin)),
        .. entity.Uniques.Select(rule => new EntityRule("unique", rule.Name, rule.Message, rule.Origin)),
        .. entity.Exclusives.Select(rule => new EntityRule("exclusive", rule.Name, rule.Message, rule.Origin)),
    ];
}
