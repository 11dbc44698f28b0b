using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Ashlar.Kernel;

/// <summary>
/// Checks tokens of an issuer: signed with one of its published keys by an allowed algorithm, for this audience, not
/// expired. What algorithm and key count is never the token's own choice. Roles are those of this system.
/// </summary>
internal sealed class IssuerTokens(
    IssuerSettings settings,
    IConfigurationManager<OpenIdConnectConfiguration> issuer,
    Database database,
    InstallationToken installation) : ICallers
{
    private const int MaxLength = 16 * 1024;

    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = MaxLength };

    private readonly Statement _find = new(
        postgres: FindText(settings, "string_agg"),
        sqlite: FindText(settings, "group_concat"));

    public async ValueTask<Caller?> FindAsync(string token, DateTimeOffset now, CancellationToken cancellation)
    {
        if (OpaqueToken.IsWellFormed(token))
        {
            await using var setup = await database.ReadAsync(cancellation);
            return await installation.FindAsync(setup, OpaqueToken.HashOf(token));
        }

        if (token.Length > MaxLength || await ValidateAsync(token, cancellation) is not { } valid)
        {
            return null;
        }

        if (!valid.TryGetPayloadValue<string>(settings.Claim, out var name) || !IsVerified(valid))
        {
            return null;
        }

        await using var session = await database.ReadAsync(cancellation);
        return await session.FirstAsync(
            _find, rows => new Caller(rows.Uuid(0), PasswordSessions.RolesOf(rows.TextOrNull(1))), Canonical(name));
    }

    private async ValueTask<JsonWebToken?> ValidateAsync(string token, CancellationToken cancellation)
    {
        if (await TryAsync(token, cancellation) is { } result)
        {
            if (result.IsValid)
            {
                return (JsonWebToken)result.SecurityToken;
            }

            // The issuer may have changed its keys; asking again is limited by the configuration manager.
            if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
            {
                issuer.RequestRefresh();
                return await TryAsync(token, cancellation) is { IsValid: true } second
                    ? (JsonWebToken)second.SecurityToken
                    : null;
            }
        }

        return null;
    }

    private async Task<TokenValidationResult?> TryAsync(string token, CancellationToken cancellation)
    {
        var configuration = await ConfigurationAsync(cancellation);
        return await Handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = configuration.Issuer,
            ValidAudience = settings.Audience,
            IssuerSigningKeys = configuration.SigningKeys,
            ValidAlgorithms = Algorithms,
            ValidTypes = ["JWT", "at+jwt"],
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ValidateIssuerSigningKey = true,
            TryAllIssuerSigningKeys = false,
            ClockSkew = TimeSpan.FromMinutes(1),
        });
    }

    private async Task<OpenIdConnectConfiguration> ConfigurationAsync(CancellationToken cancellation)
    {
        try
        {
            return await issuer.GetConfigurationAsync(cancellation);
        }
        catch (InvalidOperationException e)
        {
            throw new UnavailableException("The issuer", e);
        }
    }

    // An address that the issuer has not verified is one that anybody can claim.
    private bool IsVerified(JsonWebToken token) =>
        settings.Claim != "email" || (token.TryGetPayloadValue<bool>("email_verified", out var isVerified) && isVerified);

    private string Canonical(string name) => settings.Claim == "email" ? TextForm.Lower(name) : TextForm.Nfc(name);

    private static string FindText(IssuerSettings settings, string join) =>
        $"""
        select a.id, (select {join}(m.role, ',') from ashlar_role_members m where m.account_id = a.id)
        from {settings.AccountTable} a
        where a.{settings.AccountColumn} = $1
        """;
}
