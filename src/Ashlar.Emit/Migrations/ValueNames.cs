using Ashlar.Core.Model.Types;
using Ashlar.Core.Plan;

namespace Ashlar.Emit.Migrations;

/// <summary>Which values of an enum or of a field of states are called otherwise, for what is kept outside of tables.</summary>
internal sealed class ValueNames(Correspondence change)
{
    /// <summary>None for a type that has no such values, or whose values are called as they were.</summary>
    public IReadOnlyList<(string From, string To)> Of(ModelType old) => old switch
    {
        EnumType type => Names(
            change.Before.Enum(type.Enum)?.Values.Select(value => value.Name) ?? [],
            new ElementPath(ElementKind.Enum, type.Enum.ToString()), ElementKind.EnumValue),
        StateType type => Names(
            change.Before.Entity(type.Entity)?.Field(type.Field)?.State?.States ?? [],
            ElementPath.OfField(type.Entity, type.Field), ElementKind.State),
        _ => [],
    };

    private List<(string From, string To)> Names(IEnumerable<string> values, ElementPath holder, ElementKind kind)
    {
        var now = change.NewOf(holder);
        var mapped = change.Decisions.Mappings.Where(mapping => mapping.Holder == now)
            .SelectMany(mapping => mapping.Values).ToDictionary(one => one.From, one => one.To, StringComparer.Ordinal);
        return
        [
            .. values.Select(value => (value, NewName(value))).Where(name => name.value != name.Item2),
        ];

        string NewName(string value) => mapped.GetValueOrDefault(value)
            ?? change.NewOf(new ElementPath(kind, $"{holder.Path}.{value}"))?.Name ?? value;
    }
}
