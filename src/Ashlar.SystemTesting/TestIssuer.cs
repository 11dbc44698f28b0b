using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Ashlar.SystemTesting;

/// <summary>Stands in for the issuer of the tokens: an OpenID Connect issuer on a loopback port, with a key of its own.</summary>
public sealed class TestIssuer : IAsyncDisposable
{
    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    private readonly WebApplication _app;
    private readonly string _audience;
    private readonly string _claim;

    private TestIssuer(WebApplication app, string audience, string claim) => (_app, _audience, _claim) = (app, audience, claim);

    /// <summary>Where it publishes its key.</summary>
    public string Authority => _app.Urls.First();

    /// <summary>The key that it signs with.</summary>
    public RsaSecurityKey Key { get; } = NewKey();

    /// <summary>What makes a system take its tokens.</summary>
    public IReadOnlyList<string> Settings => [$"--Issuer:Authority={Authority}", $"--Issuer:Audience={_audience}"];

    /// <summary>Starts an issuer of tokens for an audience, which name people by a claim.</summary>
    public static TestIssuer Start(string audience, string claim)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var issuer = new TestIssuer(app, audience, claim);
        app.MapGet("/.well-known/openid-configuration", http => http.Response.WriteAsync(issuer.Document()));
        app.MapGet("/keys", http => http.Response.WriteAsync(issuer.Keys()));
        app.Start();
        return issuer;
    }

    /// <summary>A key that no issuer publishes.</summary>
    public static RsaSecurityKey NewKey() => new(RSA.Create(2048)) { KeyId = Guid.NewGuid().ToString("N") };

    /// <summary>A token of somebody, with a change that a test may make to it.</summary>
    public string TokenOf(string name, Action<SecurityTokenDescriptor>? change = null)
    {
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = Authority,
            Audience = _audience,
            NotBefore = DateTime.UtcNow.AddMinutes(-1),
            IssuedAt = DateTime.UtcNow.AddMinutes(-1),
            Expires = DateTime.UtcNow.AddHours(1),
            Claims = new Dictionary<string, object> { [_claim] = name, ["email_verified"] = true },
            SigningCredentials = new(Key, SecurityAlgorithms.RsaSha256),
        };
        change?.Invoke(descriptor);
        return Handler.CreateToken(descriptor);
    }

    /// <inheritdoc />
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
