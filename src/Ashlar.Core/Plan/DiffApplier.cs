using Ashlar.Core.Text;

namespace Ashlar.Core.Plan;

/// <summary>Makes changes to the parts of a model.</summary>
internal sealed class DiffApplier : IModelChangeVisitor<bool>
{
    private readonly List<ModelPart> _parts;
    private readonly Dictionary<ElementPath, ElementPath> _renamed = [];
    private readonly Dictionary<ElementPath, ModelPart> _changed = [];
    private readonly List<ModelPart> _added = [];
    private readonly List<ElementsReordered> _orders = [];

    private DiffApplier(IEnumerable<ModelPart> parts) => _parts = [.. parts];

    public static IReadOnlyList<ModelPart> Apply(IEnumerable<ModelChange> changes, IEnumerable<ModelPart> parts)
    {
        var applier = new DiffApplier(parts);
        foreach (var change in changes)
        {
            change.Accept(applier);
        }

        return applier.Finish();
    }

    /// <summary>The order in which these are written means something: columns, values, and what a list shows first.</summary>
    public static bool IsOrdered(ElementKind kind) => OwnerOf(kind) != ElementKind.System;

    public static ElementKind OwnerOf(ElementKind kind) => kind switch
    {
        ElementKind.EnumValue => ElementKind.Enum,
        ElementKind.Part => ElementKind.Value,
        ElementKind.EventField => ElementKind.Event,
        ElementKind.Field or ElementKind.Check or ElementKind.Unique or ElementKind.Exclusive => ElementKind.Entity,
        _ => ElementKind.System,
    };

    public bool Visit(ElementAdded change)
    {
        _added.Add(change.Part);
        return true;
    }

    public bool Visit(ElementRemoved change) => _parts.RemoveAll(part => part.Path == change.Part.Path) > 0;

    public bool Visit(ElementRenamed change) => _renamed.TryAdd(change.Was, change.Element);

    public bool Visit(ElementChanged change) => _changed.TryAdd(change.Before.Path, change.After);

    public bool Visit(ElementsReordered change)
    {
        _orders.Add(change);
        return true;
    }

    private List<ModelPart> Finish()
    {
        var parts = _parts.Select(Now).Concat(_added).ToList();
        foreach (var order in _orders)
        {
            var places = order.Names.Select((name, place) => (name, place)).ToDictionary(
                item => item.name, item => item.place, StringComparer.Ordinal);
            parts = [.. parts.OrderBy(part => part.Path.Kind == order.Kind && part.Path.Owner == order.Owner.Path
                ? places.GetValueOrDefault(part.Path.Name, int.MaxValue)
                : -1)];
        }

        return parts;
    }

    private ModelPart Now(ModelPart part) =>
        _changed.TryGetValue(part.Path, out var changed) ? changed
        : _renamed.TryGetValue(part.Path, out var path) ? part with { Path = path }
        : part;
}
