using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Ashlar.Kernel;

/// <summary>Puts the tokens of an issuer in the place of sign-in with a password.</summary>
public static class IssuerRegistration
{
    /// <summary>
    /// Takes tokens of an issuer. The settings <c>Issuer:Authority</c> and <c>Issuer:Audience</c> count before those of the
    /// model, because each environment has its own.
    /// </summary>
    public static void AddIssuer(this WebApplicationBuilder builder, IssuerSettings model)
    {
        var section = builder.Configuration.GetSection("Issuer");
        var settings = model with
        {
            Authority = (section["Authority"] ?? model.Authority).TrimEnd('/'),
            Audience = section["Audience"] ?? model.Audience,
        };
        // What stands in for an issuer in development and tests has no certificate, and stays on the machine.
        var isPlainAllowed = !builder.Environment.IsProduction() && new Uri(settings.Authority).IsLoopback;
        var keys = new ConfigurationManager<OpenIdConnectConfiguration>(
            settings.Authority + "/.well-known/openid-configuration",
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever { RequireHttps = !isPlainAllowed });
        builder.Services.Replace(ServiceDescriptor.Singleton<ICallers>(services => new IssuerTokens(
            settings, keys, services.GetRequiredService<Database>(), services.GetRequiredService<InstallationToken>())));
    }
}
