using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Ashlar.Kernel.Tests.Identity;

/// <summary>An OpenID Connect issuer on a loopback port, whose keys the test holds.</summary>
internal sealed class FakeIssuer : IAsyncDisposable
{
    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    private readonly WebApplication _app;

    private FakeIssuer(WebApplication app) => _app = app;

    public string Authority => _app.Urls.First();

    public RsaSecurityKey Key { get; private set; } = NewKey();

    public static async Task<FakeIssuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var issuer = new FakeIssuer(app);
        app.MapGet("/.well-known/openid-configuration", http => http.Response.WriteAsync(issuer.Document()));
        app.MapGet("/keys", http => http.Response.WriteAsync(issuer.Keys()));
        await app.StartAsync();
        return issuer;
    }

    public static RsaSecurityKey NewKey() => new(RSA.Create(2048)) { KeyId = Guid.NewGuid().ToString("N") };

    public void ChangeKey() => Key = NewKey();

    public SecurityTokenDescriptor Good() => new()
    {
        Issuer = Authority,
        Audience = "notes",
        NotBefore = DateTime.UtcNow.AddMinutes(-1),
        IssuedAt = DateTime.UtcNow.AddMinutes(-1),
        Expires = DateTime.UtcNow.AddMinutes(5),
        Claims = new Dictionary<string, object> { ["email"] = "Ann@example.com", ["email_verified"] = true },
        SigningCredentials = new(Key, SecurityAlgorithms.RsaSha256),
    };

    public string Token(Action<SecurityTokenDescriptor>? change = null)
    {
        var descriptor = Good();
        change?.Invoke(descriptor);
        return Handler.CreateToken(descriptor);
    }

    public byte[] PublicKeyText() => System.Text.Encoding.ASCII.GetBytes(Key.Rsa.ExportSubjectPublicKeyInfoPem());

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private string Document() => new JsonObject { ["issuer"] = Authority, ["jwks_uri"] = Authority + "/keys" }.ToJsonString();

    private string Keys()
    {
        var parameters = Key.Rsa.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["kid"] = Key.KeyId,
                ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
                ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
            }),
        }.ToJsonString();
    }
}
