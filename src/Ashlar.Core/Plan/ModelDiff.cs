using System.Collections.Immutable;
using Ashlar.Core.Model;
using Ashlar.Core.Text;

namespace Ashlar.Core.Plan;

/// <summary>What differs between two models, element by element; and a model with those differences applied.</summary>
public sealed record ModelDiff(ValueList<ModelChange> Changes)
{
    public static ModelDiff Of(Correspondence pairs)
    {
        var old = Indexed(ModelParts.Of(pairs.Before));
        var names = RenamedNames.Of(pairs);
        var changes = ImmutableArray.CreateBuilder<ModelChange>();
        foreach (var part in ModelParts.Of(pairs.After).DistinctBy(part => part.Path))
        {
            if (OldOf(pairs, part.Path) is not { } was || !old.TryGetValue(was, out var before))
            {
                changes.Add(new ElementAdded(part));
                continue;
            }

            old.Remove(was);
            if (was != part.Path)
            {
                changes.Add(new ElementRenamed(was, part.Path));
            }

            if (!before.Own.Equals(part.Own))
            {
                changes.Add(Compare(before, part, names));
            }
        }

        var gone = ModelParts.Of(pairs.Before).Where(part => old.Remove(part.Path));
        changes.InsertRange(0, gone.Select(part => new ElementRemoved(part)));
        changes.AddRange(Renamed(pairs));
        return new ModelDiff([.. changes, .. Reordered(changes, pairs)]);
    }

    /// <summary>The old model with every change made.</summary>
    public SystemModel ApplyTo(SystemModel model) => ModelParts.Join(DiffApplier.Apply(Changes, ModelParts.Of(model)));

    private static ElementPath? OldOf(Correspondence pairs, ElementPath path) =>
        path.Kind == ElementKind.System ? path : pairs.OldOf(path);

    private static Dictionary<ElementPath, ModelPart> Indexed(IEnumerable<ModelPart> parts)
    {
        var found = new Dictionary<ElementPath, ModelPart>();
        foreach (var part in parts)
        {
            found.TryAdd(part.Path, part);
        }

        return found;
    }

    private static ElementChanged Compare(ModelPart before, ModelPart after, IReadOnlyDictionary<string, string> names)
    {
        var changed = new ElementChanged(before, after);
        return changed with
        {
            IsFollowing = IsSame(hasDocumentation: true),
            IsText = IsSame(hasDocumentation: false),
        };

        bool IsSame(bool hasDocumentation) =>
            Meaning.Of(before.Own, names, hasDocumentation) == Meaning.Of(after.Own, RenamedNames.None, hasDocumentation);
    }

    /// <summary>States are not parts, nor are steps: what a field or a workflow is made of stands in it.</summary>
    private static IEnumerable<ModelChange> Renamed(Correspondence pairs) => pairs.Pairs
        .Where(pair => pair.Before.Kind is ElementKind.State or ElementKind.Step && pair.Before.Name != pair.After.Name)
            .Select(pair => new ElementRenamed(pair.Before, pair.After));

    private static IEnumerable<ModelChange> Reordered(IEnumerable<ModelChange> changes, Correspondence pairs)
    {
        var moved = OrderOf(DiffApplier.Apply(changes, ModelParts.Of(pairs.Before)));
        return OrderOf(ModelParts.Of(pairs.After))
            .Where(order => !order.Value.SequenceEqual(moved.GetValueOrDefault(order.Key) ?? [], StringComparer.Ordinal))
            .Select(order => new ElementsReordered(
                new ElementPath(DiffApplier.OwnerOf(order.Key.Kind), order.Key.Owner),
                order.Key.Kind,
                order.Value.ToValueList()));
    }

    private static Dictionary<(ElementKind Kind, string Owner), List<string>> OrderOf(IEnumerable<ModelPart> parts) =>
        parts.Where(part => DiffApplier.IsOrdered(part.Path.Kind))
            .GroupBy(part => (part.Path.Kind, part.Path.Owner))
            .ToDictionary(group => group.Key, group => group.Select(part => part.Path.Name).ToList());
}
