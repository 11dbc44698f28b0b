using Ashlar.Kernel.Tests.Data;
using Ashlar.Kernel.Tests.Hosting;
using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Identity;

public sealed class RoleTests(PostgresServer server)
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task The_token_of_the_installation_appoints_the_first_member_and_is_gone(DatabaseKind kind)
    {
        await using var system = await RunningSystem.StartAsync(kind, server);
        var (ann, annId) = await system.SignedInAsync("ann@example.com");
        var (_, bobId) = await system.SignedInAsync("bob@example.com");

        Assert.Equal(403, (await PutAsync(system, "Manager", annId, ann)).Status);
        Assert.Equal(204, (await PutAsync(system, "Manager", annId, system.InstallationToken)).Status);

        Assert.Equal("token-refused", (await PutAsync(system, "Manager", bobId, system.InstallationToken)).Code);
        Assert.Equal(204, (await PutAsync(system, "Editor", bobId, ann)).Status);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_role_counts_at_the_next_request(DatabaseKind kind)
    {
        await using var system = await RunningSystem.StartAsync(kind, server);
        var (ann, annId) = await system.SignedInAsync("ann@example.com");
        var (bob, bobId) = await system.SignedInAsync("bob@example.com");
        await PutAsync(system, "Manager", annId, system.InstallationToken);

        Assert.Equal(403, (await system.SendAsync(HttpMethod.Get, "/api/roles/Editor/members", token: bob)).Status);
        await PutAsync(system, "Manager", bobId, ann);
        Assert.Equal(200, (await system.SendAsync(HttpMethod.Get, "/api/roles/Editor/members", token: bob)).Status);
        await system.SendAsync(HttpMethod.Delete, $"/api/roles/Manager/members/{bobId}", token: ann);
        Assert.Equal(403, (await system.SendAsync(HttpMethod.Get, "/api/roles/Editor/members", token: bob)).Status);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task The_last_member_stays(DatabaseKind kind)
    {
        await using var system = await RunningSystem.StartAsync(kind, server);
        var (ann, annId) = await system.SignedInAsync("ann@example.com");
        var (bob, bobId) = await system.SignedInAsync("bob@example.com");
        await PutAsync(system, "Manager", annId, system.InstallationToken);
        await PutAsync(system, "Manager", bobId, ann);

        var answers = await Task.WhenAll(
            system.SendAsync(HttpMethod.Delete, $"/api/roles/Manager/members/{annId}", token: bob),
            system.SendAsync(HttpMethod.Delete, $"/api/roles/Manager/members/{bobId}", token: ann));

        Assert.Equal(1, answers.Count(answer => answer.Status == 204));
        Assert.Equal(1, answers.Count(answer => answer.Status is 403 or 409));
    }

    [Theory]
    [InlineData("Nobody", 404)]
    [InlineData("manager", 404)]
    public async Task An_unknown_role_is_not_found(string role, int status)
    {
        await using var system = await RunningSystem.StartAsync(DatabaseKind.Sqlite, server);
        var (ann, annId) = await system.SignedInAsync("ann@example.com");

        Assert.Equal(status, (await PutAsync(system, role, annId, ann)).Status);
        Assert.Equal(404, (await PutAsync(system, "Manager", Guid.NewGuid(), system.InstallationToken)).Status);
        Assert.Equal(401, (await PutAsync(system, "Manager", annId, token: null)).Status);
    }

    private static Task<Answer> PutAsync(RunningSystem system, string role, Guid account, string? token) =>
        system.SendAsync(HttpMethod.Put, $"/api/roles/{role}/members/{account}", token: token);
}
