using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Binding;

/// <summary>Binds `sign in with …`; both ways need fields of the principal.</summary>
internal static class SignInBinder
{
    public static SignIn Bind(Site site, SignInSyntax node)
    {
        if (site.Names.Principal is not { } principal)
        {
            site.Add(NoPrincipal.At(site, node));
        }
        else if (node.Kind == SignInKind.Password)
        {
            CheckPassword(site, node, principal);
        }
        else if (
            node.Match is { IsMissing: false } match
            && FieldNames.Find(site, principal, match) is { Field: { IsUnique: false } or { IsOptional: true } })
        {
            site.Add(SignInNeeds.UniqueMatch(site.At(match), principal.Name.Name, match.Text));
        }

        return new SignIn(node.Kind, site.OriginOf(node))
        {
            Issuer = node.Issuer?.Text ?? "",
            Authority = BindAuthority(site, node),
            Audience = node.Audience?.Value ?? "",
            Match = node.Match?.Text ?? "",
        };
    }

    private static void CheckPassword(Site site, SignInSyntax node, EntityElement principal)
    {
        var fields = principal.Fields.Slots.Select(slot => slot.Field).ToList();
        var hasPassword = fields.Count(field => ScalarTypes.Is(field.Type, Scalar.Password)) == 1;
        var hasAddress = fields.Any(field =>
            ScalarTypes.Is(field.Type, Scalar.Email) && field is { IsUnique: true, IsOptional: false });
        if (!hasPassword || !hasAddress)
        {
            site.Add(SignInNeeds.PasswordAndEmail(site.At(node), principal, hasPassword, hasAddress));
        }
    }

    private static string BindAuthority(Site site, SignInSyntax node)
    {
        if (node.Authority is not { } authority)
        {
            return "";
        }

        if (TextForms.Read(Scalar.Url, authority.Value) is null)
        {
            site.Add(SignInNeeds.Address(site.At(authority)));
        }

        return authority.Value;
    }
}
