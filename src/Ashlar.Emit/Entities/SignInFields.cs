using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;

namespace Ashlar.Emit.Entities;

/// <summary>The fields of the principal that a sign-in with a password sends.</summary>
internal static class SignInFields
{
    /// <summary>The address, or else the first unique text.</summary>
    public static Field Login(Entity principal) =>
        principal.Fields.FirstOrDefault(IsLogin)
        ?? principal.Fields.FirstOrDefault(field => field is { IsUnique: true, Type: ScalarType { Scalar: Scalar.Text } })
        ?? throw new InvalidOperationException($"{principal.Name} has nothing to sign in with");

    public static Field Password(Entity principal) =>
        principal.Fields.FirstOrDefault(IsPassword) ?? throw new InvalidOperationException($"{principal.Name} has no password");

    public static bool IsLogin(Field field) => field is { IsUnique: true, Type: ScalarType { Scalar: Scalar.Email } };

    public static bool IsPassword(Field field) => field.Type is ScalarType { Scalar: Scalar.Password };
}
