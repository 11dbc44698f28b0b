using System.Text;
using Ashlar.Kernel.Tests.Data;
using Ashlar.Kernel.Tests.Hosting;
using Ashlar.SystemTesting;
using Ashlar.Testing;
using Microsoft.IdentityModel.Tokens;

namespace Ashlar.Kernel.Tests.Identity;

public sealed class IssuerTests(PostgresServer server)
{
    private static readonly Dictionary<string, Action<TestIssuer, SecurityTokenDescriptor>> Mutations = new()
    {
        ["another issuer"] = (_, token) => token.Issuer = "https://elsewhere.example",
        ["another audience"] = (_, token) => token.Audience = "elsewhere",
        ["no audience"] = (_, token) => token.Audience = null,
        ["expired"] = (_, token) => token.Expires = DateTime.UtcNow.AddMinutes(-2),
        ["no expiry"] = (_, token) => token.Expires = null,
        ["not yet valid"] = (_, token) => token.NotBefore = DateTime.UtcNow.AddMinutes(3),
        ["another key"] = (_, token) => token.SigningCredentials = new(TestIssuer.NewKey(), SecurityAlgorithms.RsaSha256),
        ["not signed"] = (_, token) => token.SigningCredentials = null,
        ["the public key as a shared secret"] = (issuer, token) => token.SigningCredentials = new(
            new SymmetricSecurityKey(PublicKeyText(issuer)) { KeyId = issuer.Key.KeyId }, SecurityAlgorithms.HmacSha256),
        ["an address that is not verified"] = (_, token) => token.Claims["email_verified"] = false,
        ["an unknown account"] = (_, token) => token.Claims["email"] = "nobody@example.com",
        ["no address"] = (_, token) => token.Claims.Remove("email"),
        ["another type"] = (_, token) => token.TokenType = "logout+jwt",
    };

    private const string Ann = "Ann@example.com";

    public static TheoryData<string> MutationNames() => [.. Mutations.Keys];

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_good_token_is_the_account_with_its_address(DatabaseKind kind)
    {
        await using var issuer = TestIssuer.Start("notes", "email");
        await using var system = await StartAsync(kind, issuer);

        var note = await system.SendAsync(HttpMethod.Post, "/api/notes", """{ "title": "a" }""", issuer.TokenOf(Ann));

        Assert.Equal(201, note.Status);
    }

    [Theory]
    [MemberData(nameof(MutationNames))]
    public async Task A_changed_token_is_refused(string mutation)
    {
        await using var issuer = TestIssuer.Start("notes", "email");
        await using var system = await StartAsync(DatabaseKind.Sqlite, issuer);
        var token = issuer.TokenOf(Ann, descriptor => Mutations[mutation](issuer, descriptor));

        var answer = await system.SendAsync(HttpMethod.Get, "/api/notes/x", token: token);

        Assert.Equal((401, "token-refused"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_token_with_another_payload_is_refused()
    {
        await using var issuer = TestIssuer.Start("notes", "email");
        await using var system = await StartAsync(DatabaseKind.Sqlite, issuer);
        var good = issuer.TokenOf(Ann).Split('.');
        var other = issuer.TokenOf(Ann, token => token.Claims["email"] = "bob@example.com").Split('.');

        var answer = await system.SendAsync(HttpMethod.Get, "/api/notes/x", token: $"{good[0]}.{other[1]}.{good[2]}");

        Assert.Equal((401, "token-refused"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task An_issuer_that_does_not_answer_is_no_defect()
    {
        var issuer = TestIssuer.Start("notes", "email");
        await using var system = await StartAsync(DatabaseKind.Sqlite, issuer);
        var token = issuer.TokenOf(Ann);
        await issuer.DisposeAsync();

        var answer = await system.SendAsync(HttpMethod.Get, "/api/notes/x", token: token);

        Assert.Equal((503, "unavailable"), (answer.Status, answer.Code));
    }

    private static byte[] PublicKeyText(TestIssuer issuer) =>
        Encoding.ASCII.GetBytes(issuer.Key.Rsa.ExportSubjectPublicKeyInfoPem());

    private async Task<RunningSystem> StartAsync(DatabaseKind kind, TestIssuer issuer)
    {
        var system = await RunningSystem.StartAsync(
            kind,
            server,
            builder =>
            {
                builder.Environment.EnvironmentName = "Development";
                builder.AddIssuer(new(issuer.Authority, "notes", "accounts", "email", "email"));
            });
        await system.SendAsync(HttpMethod.Post, "/api/accounts", RunningSystem.Credentials("ann@example.com", "tidal pool 42"));
        return system;
    }
}
