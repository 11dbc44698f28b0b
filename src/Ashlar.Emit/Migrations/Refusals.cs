using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Plan;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Emit.Migrations;

/// <summary>What no migration carries out, whatever was decided: it is refused rather than done by half.</summary>
internal static class Refusals
{
    public static IEnumerable<MigrationQuestion> Of(Correspondence change) =>
        change.Decisions.Conversions.Where(conversion => IsOfMany(change, conversion.Field))
            .Select(conversion => new MigrationQuestion(
                "U4", conversion.Field.Path, "`convert` makes one value of another, not a list, nor a value of several parts"))
            .Concat(Principals(change));

    /// <summary>Sessions and members of roles refer to the rows of the principal, and are no part of the model.</summary>
    private static IEnumerable<MigrationQuestion> Principals(Correspondence change)
    {
        if (change.Before.Principal is { } old
            && (change.NewOf(old) is not { } now || now.Name != change.After.Principal?.Name))
        {
            yield return new("U5", old.Name.ToString(), "sessions and members of roles refer to the rows of the principal")
            {
                Way = $"let `{change.NewOf(old)?.Name.Name ?? old.Name.Name}` stay the principal",
            };
        }
    }

    private static bool IsOfMany(Correspondence change, ElementPath path) =>
        change.After.Entity(path.ToOwnerName()) is { } entity && entity.Field(path.Name) is { } field
        && (IsMany(field) || (change.OldOf(entity, field) is { } old && IsMany(old)));

    private static bool IsMany(Field field) => field.Type is ListType or ValueType || field.Relation is not null;
}
