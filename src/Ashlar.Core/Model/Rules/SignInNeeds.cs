using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A way to sign in that the principal has no fields for.</summary>
internal sealed class SignInNeeds : Rule
{
    public static Diagnostic PasswordAndEmail(Location at, EntityElement principal, bool hasPassword, bool hasEmail)
    {
        var lacking = (hasPassword, hasEmail) switch
        {
            (true, _) => "a required `email` that is `unique`",
            (_, true) => "one `password`",
            _ => "a required `email` that is `unique` and a `password`",
        };
        return Diagnostic.Of<SignInNeeds>(at, $"`{principal.Name.Name}` lacks {lacking}")
            .WithLabel("people sign in with both")
            .WithRelated(principal.NameLocation, "the principal")
            .WithHelp($"add the field to `{principal.Name.Name}`");
    }

    public static Diagnostic UniqueMatch(Location at, string principal, string field) =>
        Diagnostic.Of<SignInNeeds>(at, $"`{field}` does not find one `{principal}`")
            .WithLabel("not required and `unique`")
            .WithHelp($"match a required field of `{principal}` that is `unique`");

    public static Diagnostic Address(Location at) =>
        Diagnostic.Of<SignInNeeds>(at, "the authority is not an address")
            .WithLabel("not an absolute `http` or `https` address")
            .WithHelp("write the address of the issuer");
}
