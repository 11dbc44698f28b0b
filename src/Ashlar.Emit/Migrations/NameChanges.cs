using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Plan;
using Ashlar.Core.Text;
using Ashlar.Emit.Sql;

namespace Ashlar.Emit.Migrations;

/// <summary>What became of the names that columns of enums and states hold.</summary>
internal sealed class NameChanges(Correspondence change)
{
    /// <summary>
    /// Each name of the old type with the one that rows hold afterwards, null where nobody said; null for other types.
    /// </summary>
    public IReadOnlyList<(string From, string? To)>? Of(ModelType old, SqlColumn column, Entity oldEntity) =>
        (old, column.Type) switch
        {
            (EnumType from, EnumType to) => Names(
                change.Before.Enum(from.Enum)?.Values.Select(value => value.Name) ?? [],
                change.After.Enum(to.Enum)?.Values.Select(value => value.Name) ?? [],
                new ElementPath(ElementKind.Enum, to.Enum.ToString()),
                name => change.NewOf(new ElementPath(ElementKind.EnumValue, $"{from.Enum}.{name}"))),
            (StateType from, StateType to) => Names(
                oldEntity.Field(from.Field)?.State?.States ?? [],
                change.After.Entity(to.Entity)?.Field(to.Field)?.State?.States ?? [],
                ElementPath.OfField(to.Entity, to.Field),
                name => change.NewOf(new ElementPath(ElementKind.State, $"{from.Entity}.{from.Field}.{name}"))),
            _ => null,
        };

    private List<(string From, string? To)> Names(
        IEnumerable<string> old, IEnumerable<string> now, ElementPath holder, Func<string, ElementPath?> newOf)
    {
        var known = now.ToHashSet(StringComparer.Ordinal);
        var mapped = change.Decisions.Mappings
            .Where(mapping => mapping.Holder.Path == holder.Path)
            .SelectMany(mapping => mapping.Values)
            .ToArray();
        return [.. old.Select(name => (name, NewName(name)))];

        string? NewName(string name) =>
            mapped.Where(one => one.From == name).Select(one => one.To).FirstOrDefault()
            ?? (newOf(name) is { } path && known.Contains(path.Name) ? path.Name : null);
    }
}
