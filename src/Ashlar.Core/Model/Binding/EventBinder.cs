using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Types;

namespace Ashlar.Core.Model.Binding;

/// <summary>Binds what is told about something that happened, and what keeps such tellings in order.</summary>
internal static class EventBinder
{
    public static EventDefinition ToModel(EventElement told) =>
        new(told.Name, told.Fields.ToModel(), told.Origin)
        {
            Documentation = told.Syntax.Documentation,
            IsPublic = told.IsPublic,
            Version = BindVersion(told),
            Per = BindOrder(told),
        };

    private static int BindVersion(EventElement told)
    {
        if (told.Syntax.Version is { } version && !told.IsPublic)
        {
            told.Site.Add(EventVersion.OfPrivate(told.Site.At(version), told.Name.Name));
        }

        return ApiBinder.BindVersion(told.Site, told.Syntax.Version);
    }

    private static string? BindOrder(EventElement told)
    {
        if (told.Syntax.Per is not { IsMissing: false } per)
        {
            return null;
        }

        if (told.Fields.Find(per.Text) is not { } slot)
        {
            told.Site.Add(UnknownField.At(told.Site.At(per), told.Name.Name, per.Text, told.Fields.Names));
            return null;
        }

        if (slot.Field.IsOptional || slot.Field.Type is not (ScalarType or DecimalType or ReferenceType or UnknownType))
        {
            told.Site.Add(EventOrder.At(told.Site.At(per), slot));
        }

        return slot.Field.Name;
    }
}
