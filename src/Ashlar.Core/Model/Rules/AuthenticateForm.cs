using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>An `authenticate` of something that has no password, or without a name and a password.</summary>
internal sealed class AuthenticateForm : Rule
{
    public static Diagnostic NoAccount(Location at, EntityElement entity, EntityElement? principal) =>
        Diagnostic.Of<AuthenticateForm>(at, $"`{entity.Name.Name}` is no principal with a password")
            .WithLabel("nobody proves to be one of these")
            .WithHelp(
                principal is null || principal == entity
                    ? "give the `principal` a field of the type `password`"
                    : $"name the principal, which is `{principal.Name.Name}`");

    public static Diagnostic Credentials(
        Location at, EntityElement entity, IEnumerable<FieldSlot> names, FieldSlot? password)
    {
        var field = names.Select(slot => slot.Field.Name).FirstOrDefault() ?? "email";
        var secret = password?.Field.Name ?? "password";
        var claim = $"`authenticate` takes a `unique` field of `{entity.Name.Name}` and `{secret}`";
        return Diagnostic.Of<AuthenticateForm>(at, claim)
            .WithLabel("not a name and a password")
            .WithHelp($"write `{{ {field}: …, {secret}: … }}`");
    }
}
