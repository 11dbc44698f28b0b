using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;

namespace Ashlar.Emit.Grants;

/// <summary>The fields that a reply may carry.</summary>
internal static class ReadableFields
{
    /// <summary>Granted to somebody; a password is granted to nobody.</summary>
    public static IEnumerable<Field> Of(Entity entity) =>
        entity.Fields.Where(field => !IsNeverShown(field) && Rules(entity).Any(rule => Covers(rule, field)));

    /// <summary>Everyone who may read the row may read it.</summary>
    public static bool IsAlwaysGranted(Entity entity, Field field) => Rules(entity).All(rule => Covers(rule, field));

    private static bool IsNeverShown(Field field) => field.Type is ScalarType { Scalar: Scalar.Password or Scalar.Secret };

    private static IEnumerable<AccessRule> Rules(Entity entity) =>
        entity.Access.Rules.Where(rule => rule.Operations.Contains(Operation.Read));

    private static bool Covers(AccessRule rule, Field field) => rule.Fields.Contains(field.Name, StringComparer.Ordinal);
}
