using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;

namespace Ashlar.Core.Plan;

/// <summary>What a plan does to stored rows and values.</summary>
internal sealed class DataConsequences(Correspondence pairs)
{
    public IEnumerable<Consequence> All() =>
        pairs.After.Entities.SelectMany(OfEntity)
            .Concat(pairs.Decisions.Drops.Select(OfDrop))
            .Concat(pairs.Decisions.Mappings.SelectMany(OfMapping))
            .Concat(Renamed());

    private static Consequence Say(ChangeClass grade, ElementPath element, string text) =>
        new(ConsequencePart.Data, grade, element, text);

    private IEnumerable<Consequence> OfEntity(Entity entity)
    {
        var path = ElementPath.Of(ElementKind.Entity, entity.Name);
        if (pairs.OldOf(entity) is not { } old)
        {
            return [Say(ChangeClass.Additive, path, $"a table for `{entity.Name.Name}`, empty")];
        }

        return NameOf(path, old, entity)
            .Concat(entity.Fields.Where(StoredData.IsStored).SelectMany(field => OfField(entity, field)))
            .Concat(new RuleConsequences(pairs).Of(old, entity));
    }

    /// <summary>Another name, or another module than the one that its own became.</summary>
    private IEnumerable<Consequence> NameOf(ElementPath path, Entity old, Entity now)
    {
        if (old.Name.Name != now.Name.Name)
        {
            yield return Say(
                ChangeClass.Additive, path, $"`{old.Name.Name}` is called `{now.Name.Name}`; every row stays");
        }

        if (pairs.NewOf(new ElementPath(ElementKind.Module, old.Name.Module))?.Path != now.Name.Module)
        {
            yield return Say(
                ChangeClass.Additive, path,
                $"`{now.Name.Name}` moves from the module `{old.Name.Module}` to `{now.Name.Module}`; every row stays");
        }
    }

    private IEnumerable<Consequence> OfField(Entity entity, Field field)
    {
        var path = ElementPath.OfField(entity.Name, field.Name);
        if (pairs.OldOf(entity, field) is not { } old || !StoredData.IsStored(old))
        {
            yield return Say(ChangeClass.Additive, path, $"`{KindNames.Short(path)}` is new; {FirstValue(path, field)}");
            yield break;
        }

        if (old.Name != field.Name)
        {
            yield return Say(
                ChangeClass.Additive, path, $"`{entity.Name.Name}.{old.Name}` is called `{field.Name}`; every value stays");
        }

        foreach (var consequence in OfType(path, old, field))
        {
            yield return consequence;
        }

        if (old.IsOptional && !field.IsOptional)
        {
            yield return Say(
                ChangeClass.Behavioural, path,
                $"every row has to have a value of `{KindNames.Short(path)}`: {FirstValue(path, field)}");
        }

        if (!old.IsOptional && field.IsOptional)
        {
            yield return Say(ChangeClass.Additive, path, $"`{KindNames.Short(path)}` may be absent");
        }
    }

    private IEnumerable<Consequence> OfType(ElementPath path, Field old, Field now)
    {
        var name = KindNames.Short(path);
        var (was, type) = (TypeNames.Of(old.Type.AsNullable(false)), TypeNames.Of(now.Type.AsNullable(false)));
        if (pairs.Decisions.Conversions.FirstOrDefault(conversion => conversion.Field == path) is { } conversion)
        {
            var back = conversion.Down is null ? "there is no way back" : $"back by `{Written(conversion.Down)}`";
            yield return Say(
                conversion.Down is null ? ChangeClass.Destructive : ChangeClass.Behavioural, path,
                $"every value of `{name}` (`{was}`) becomes `{Written(conversion.Up)}` (`{type}`); {back}: {conversion.Because}");
        }
        else if (!TypeChange.IsSame(pairs, old.Type, now.Type))
        {
            yield return TypeChange.IsWidening(old.Type, now.Type)
                ? Say(ChangeClass.Additive, path, $"`{name}` is `{type}` instead of `{was}`; every value fits")
                : Say(
                    ChangeClass.Destructive, path,
                    $"`{name}` is `{type}` instead of `{was}`; nobody has said what its values become");
        }
    }

    private string FirstValue(ElementPath path, Field field)
    {
        var fill = pairs.Decisions.Fills.FirstOrDefault(fill => fill.Field == path);
        return fill is not null ? $"rows without one get `{Written(fill.Value)}`: {fill.Because}"
            : !StoredData.NeedsValue(field) && !StoredData.IsFilled(field) ? "rows that exist have none"
            : field.Generated is not null ? "rows that exist get a generated one"
            : field.Default is { } value ? $"rows without one get `{Written(value)}`"
            : "nobody has said what rows without one get";
    }

    private Consequence OfDrop(Drop drop)
    {
        var what = drop.Element.Kind switch
        {
            ElementKind.Entity => $"every row of `{KindNames.Short(drop.Element)}` is dropped",
            ElementKind.Role => $"nobody is {Article.Of(drop.Element.Name)} any more; whoever was one loses it",
            _ => $"every value of `{KindNames.Short(drop.Element)}` is dropped",
        };
        return Say(ChangeClass.Destructive, drop.Element, $"{what}: {drop.Because}");
    }

    private static IEnumerable<Consequence> OfMapping(ValueMapping mapping) => mapping.Values.Select(value => Say(
        ChangeClass.Destructive, mapping.Holder,
        $"rows whose `{KindNames.Short(mapping.Holder)}` is `{value.From}` become `{value.To}`: {mapping.Because}"));

    private IEnumerable<Consequence> Renamed() =>
        pairs.Pairs
            .Where(pair => pair.Before.Name != pair.After.Name
                && pair.After.Kind is ElementKind.EnumValue or ElementKind.State or ElementKind.Role or ElementKind.Part
                    or ElementKind.Module)
            .Select(pair => Say(
                ChangeClass.Additive, pair.After,
                $"the {KindNames.Of(pair.After.Kind)} `{KindNames.Short(pair.Before)}` is called `{pair.After.Name}`; "
                    + "every row follows"));

    private static string Written(Model.Expressions.Expression value) => ElementText.OnOneLine(value.Origin);
}
