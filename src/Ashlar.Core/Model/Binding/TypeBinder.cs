using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Binding;

/// <summary>Turns a written type into a type of the model, with the bounds of the alias that it may name.</summary>
internal static class TypeBinder
{
    public static BoundType Bind(Site site, TypeRefSyntax type)
    {
        var single = BindName(site, type);
        if (single.IsUnknown)
        {
            return single;
        }

        if (!type.IsList)
        {
            return type.IsOptional ? single with { Type = single.Type.AsNullable(true) } : single;
        }

        if (type.IsOptional)
        {
            site.Add(OptionalList.At(site, type));
        }

        return single with { Type = new ListType(single.Type) };
    }

    private static BoundType BindName(Site site, TypeRefSyntax type)
    {
        if (type.Name.Name.IsMissing || type.State is not null)
        {
            return BoundType.Unknown;
        }

        if (type.Name.Qualifier is null && ScalarTypes.Find(type.Name.Name.Text) is { } scalar)
        {
            return BindScalar(site, type, scalar);
        }

        var wanted = Wanted.Type with { Words = ScalarTypes.Names };
        var found = Lookup.Find<Element>(site, type.Name, wanted);
        if (found is not null && type.Arguments.Length > 0)
        {
            site.Add(TypeArguments.At(site, type));
        }

        return found switch
        {
            AliasElement alias => Resolve(alias),
            EnumElement named => new BoundType(new EnumType(named.Name), Constraints.None),
            ValueElement value => new BoundType(new Types.ValueType(value.Name), Constraints.None),
            EntityElement entity => new BoundType(entity.Type, Constraints.None) { Entity = entity },
            _ => BoundType.Unknown,
        };
    }

    /// <summary>The type and bounds behind a named scalar.</summary>
    public static BoundType Resolve(AliasElement alias)
    {
        if (alias.Bound is { } known)
        {
            alias.Site.Names.Chain.Meet(alias);
            return known;
        }

        if (alias.IsBeingBound)
        {
            alias.Site.Add(RecursiveType.At(alias.NameLocation, alias.Name.Name));
            return alias.Bound = BoundType.Unknown;
        }

        alias.IsBeingBound = true;
        var bound = alias.Site.Names.Chain.Follow(alias, () => BindAlias(alias), BoundType.Unknown);
        alias.IsBeingBound = false;
        alias.Basis = bound.Constraints.Alias;
        return alias.Bound ??= bound with { Constraints = bound.Constraints with { Alias = alias.Name } };
    }

    private static BoundType BindAlias(AliasElement alias)
    {
        if (alias.Syntax.Alias is not { } written)
        {
            return BoundType.Unknown;
        }

        var bound = Bind(alias.Site, written);
        if (bound.IsUnknown || alias.Bound is not null)
        {
            return BoundType.Unknown;
        }

        if (bound.Type is not (ScalarType or DecimalType) || written.IsOptional)
        {
            alias.Site.Add(AliasForm.At(alias.Site, written, alias.Name.Name));
            return BoundType.Unknown;
        }

        return ModifierBinder.Bind(alias.Site, FieldPlace.Alias, bound, alias.Syntax.Modifiers).Type;
    }

    private static BoundType BindScalar(Site site, TypeRefSyntax type, ModelType scalar)
    {
        if (scalar is not DecimalType)
        {
            if (type.Arguments.Length > 0)
            {
                site.Add(TypeArguments.At(site, type));
            }

            return new BoundType(scalar, Constraints.None);
        }

        const int mostStoredDigits = 18;
        if (
            type.Arguments is not [var digits, var places]
            || !IsWithin(digits, 1, mostStoredDigits)
            || !IsWithin(places, 0, (int)digits.Value))
        {
            site.Add(DecimalDigits.At(site, type));
            return BoundType.Unknown;
        }

        return new BoundType(new DecimalType((int)digits.Value, (int)places.Value), Constraints.None);
    }

    private static bool IsWithin(NumberSyntax number, int least, int most) =>
        number.Value >= least && number.Value <= most && decimal.IsInteger(number.Value);
}
