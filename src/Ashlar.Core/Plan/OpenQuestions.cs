using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;

namespace Ashlar.Core.Plan;

/// <summary>An element that a change asks something about; the place is where the answer would be noticed.</summary>
internal readonly record struct Asked(ElementPath Path, Origin Place);

/// <summary>A value that rows may hold and that the enum or field of states does not know any more.</summary>
internal readonly record struct AskedValue(ElementPath Path, string Value, Origin Place);

/// <summary>A value that instances of a workflow need, and some do not have.</summary>
internal readonly record struct LackedValue(ElementPath Path, ElementName Workflow, ModelType Type);

/// <summary>What a change leaves open, before any decision: each list is what a decision of one kind can be about.</summary>
internal static class OpenQuestions
{
    /// <summary>Elements of the old model that held data and are gone; not those that went with their owner.</summary>
    public static IEnumerable<Asked> Dropped(Correspondence pairs)
    {
        foreach (var role in pairs.Before.Roles.Where(role => IsGone(pairs, ElementKind.Role, role.Name)))
        {
            yield return new Asked(new ElementPath(ElementKind.Role, role.Name), pairs.After.Origin);
        }

        foreach (var workflow in pairs.Before.Workflows.Where(one => IsGone(pairs, ElementKind.Workflow, one.Name.ToString())))
        {
            yield return new Asked(
                ElementPath.Of(ElementKind.Workflow, workflow.Name), PlaceOf(pairs, workflow.Name.Module));
        }

        foreach (var value in pairs.Before.Values)
        {
            foreach (var part in value.Fields.Where(part => IsGone(pairs, ElementKind.Part, $"{value.Name}.{part.Name}")))
            {
                if (pairs.NewOf(ElementPath.Of(ElementKind.Value, value.Name)) is { } now)
                {
                    yield return new Asked(
                        new ElementPath(ElementKind.Part, $"{value.Name}.{part.Name}"),
                        pairs.After.Value(now.ToElementName())?.Origin ?? pairs.After.Origin);
                }
            }
        }

        foreach (var entity in pairs.Before.Entities)
        {
            foreach (var asked in OfEntity(pairs, entity))
            {
                yield return asked;
            }
        }
    }

    /// <summary>Fields that existing rows have no value for.</summary>
    public static IEnumerable<Asked> Unfilled(Correspondence pairs) =>
        from entity in pairs.After.Entities
        where pairs.OldOf(entity) is not null
        from field in entity.Fields
        let old = pairs.OldOf(entity, field)
        where StoredData.NeedsValue(field)
            && (old is null || !StoredData.IsStored(old) ? !StoredData.HasOwnFill(field) : old.IsOptional)
        select new Asked(ElementPath.OfField(entity.Name, field.Name), field.Origin);

    /// <summary>Fields whose values do not fit their new type as they are.</summary>
    public static IEnumerable<Asked> Converted(Correspondence pairs) =>
        from entity in pairs.After.Entities
        from field in entity.Fields
        let old = pairs.OldOf(entity, field)
        where old is not null && StoredData.IsStored(old) && StoredData.IsStored(field)
            && !TypeChange.IsSame(pairs, old.Type, field.Type) && !TypeChange.IsWidening(old.Type, field.Type)
        select new Asked(ElementPath.OfField(entity.Name, field.Name), field.Origin);

    /// <summary>Values of enums and states that rows may hold and that are gone.</summary>
    public static IEnumerable<AskedValue> Unmapped(Correspondence pairs)
    {
        foreach (var item in pairs.Before.Enums)
        {
            if (pairs.NewOf(ElementPath.Of(ElementKind.Enum, item.Name)) is { } now)
            {
                var place = pairs.After.Enum(now.ToElementName())?.Origin ?? pairs.After.Origin;
                var gone = item.Values.Where(value => IsGone(pairs, ElementKind.EnumValue, $"{item.Name}.{value.Name}"));
                foreach (var value in gone)
                {
                    yield return new AskedValue(now, value.Name, place);
                }
            }
        }

        var fields = pairs.Before.Entities.SelectMany(entity => entity.Fields.Select(field => (entity, field)));
        foreach (var (entity, field) in fields)
        {
            if (field.State is { } states && pairs.NewOf(entity, field) is { State: not null } now)
            {
                var path = pairs.NewOf(ElementPath.OfField(entity.Name, field.Name)) ?? default;
                foreach (var state in states.States.Where(state =>
                    IsGone(pairs, ElementKind.State, $"{entity.Name}.{field.Name}.{state}")))
                {
                    yield return new AskedValue(path, state, now.Origin);
                }
            }
        }
    }

    /// <summary>The steps of workflows that change; instances of each may be sent elsewhere.</summary>
    public static IEnumerable<ElementPath> Positions(Correspondence pairs) => WorkflowChanges.Of(pairs)
        .Where(change => change.After is not null)
        .SelectMany(change => change.Before.Steps.Select(step => WorkflowChanges.PathOf(change.Before, step.Name)));

    /// <summary>Values that instances need where they go on, and do not have.</summary>
    public static IEnumerable<LackedValue> Lacking(Correspondence pairs)
    {
        foreach (var change in WorkflowChanges.Of(pairs))
        {
            if (change.After is { } after)
            {
                foreach (var value in after.Carried.Select(value => value.Variable)
                    .Where(value => change.Positions.Any(position => position.Lacks.Contains(value.Name))))
                {
                    yield return new LackedValue(WorkflowChanges.ValueOf(after, value.Name), after.Name, value.Type);
                }
            }
        }
    }

    /// <summary>The values of an enum or a field of states.</summary>
    public static IReadOnlyCollection<string> ValuesOf(SystemModel model, ElementPath holder) =>
        holder.Kind == ElementKind.Enum
            ? [.. model.Enum(holder.ToElementName())?.Values.Select(value => value.Name) ?? []]
            : model.Entity(holder.ToOwnerName())?.Field(holder.Name)?.State?.States.Items ?? [];

    private static IEnumerable<Asked> OfEntity(Correspondence pairs, Entity entity)
    {
        if (pairs.NewOf(entity) is not { } now)
        {
            return [new Asked(ElementPath.Of(ElementKind.Entity, entity.Name), PlaceOf(pairs, entity.Name.Module))];
        }

        return entity.Fields
            .Where(StoredData.IsStored)
            .Where(field => pairs.NewOf(entity, field) is not { } kept || !StoredData.IsStored(kept))
            .Select(field => new Asked(ElementPath.OfField(entity.Name, field.Name), now.Origin));
    }

    private static Origin PlaceOf(Correspondence pairs, string module)
    {
        var name = pairs.NewOf(new ElementPath(ElementKind.Module, module))?.Path ?? module;
        var found = pairs.After.Modules.FirstOrDefault(item => string.Equals(item.Name, name, StringComparison.Ordinal));
        return found?.Origin.Source is null ? pairs.After.Origin : found.Origin;
    }

    private static bool IsGone(Correspondence pairs, ElementKind kind, string path) =>
        pairs.NewOf(new ElementPath(kind, path)) is null;
}
