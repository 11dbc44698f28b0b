using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Ashlar.Kernel;

/// <summary>Granting and taking roles, by those whom the model allows to.</summary>
public static class RoleEndpoints
{
    private static readonly Statement Members = new(
        "select account_id from ashlar_role_members where role = $1 order by account_id limit 1000");

    /// <summary>Maps <c>GET /roles/{role}/members</c>, and PUT and DELETE of <c>/roles/{role}/members/{id}</c>.</summary>
    public static void MapRoles(this Api api)
    {
        api.Get("/roles/{role}/members", "roles list", ListAsync);
        api.Put("/roles/{role}/members/{id}", "roles grant", GrantAsync);
        api.Delete("/roles/{role}/members/{id}", "roles revoke", RevokeAsync);
    }

    private static async Task<IReply> ListAsync(Call call)
    {
        if (RefusalOf(call, out var role) is { } refusal)
        {
            return refusal;
        }

        await using var session = await call.ReadAsync();
        return Reply.Ok(new MemberList(await session.ListAsync(Members, rows => rows.Uuid(0), role.Name)));
    }

    private static async Task<IReply> GrantAsync(Call call)
    {
        if (RefusalOf(call, out var role) is { } refusal)
        {
            return refusal;
        }

        if (call.Id() is not { } account)
        {
            return Refusal.NotFound;
        }

        await using var session = await call.BeginAsync();
        await RoleMembers.GrantAsync(session, account, role.Name, call.Now);
        await call.Http.RequestServices.GetRequiredService<InstallationToken>().RemoveWhenUsedAsync(session);
        await session.CommitAsync();
        return Reply.NoContent();
    }

    private static async Task<IReply> RevokeAsync(Call call)
    {
        if (RefusalOf(call, out var role) is { } refusal)
        {
            return refusal;
        }

        if (call.Id() is not { } account)
        {
            return Refusal.NotFound;
        }

        await using var session = await call.BeginAsync();
        if (role.IsGrantedByItself && await RoleMembers.IsLastAsync(session, account, role.Name))
        {
            return Refusal.LastMember;
        }

        var isRevoked = await RoleMembers.RevokeAsync(session, account, role.Name);
        await session.CommitAsync();
        return isRevoked ? Reply.NoContent() : Refusal.NotFound;
    }

    private static Refusal? RefusalOf(Call call, out Role role)
    {
        var name = call.Http.GetRouteValue("role") as string;
        var found = call.Http.RequestServices.GetRequiredService<SystemDescription>().Roles.FirstOrDefault(r => r.Name == name);
        role = found ?? new Role("");
        if (!call.Caller.IsSignedIn)
        {
            return Refusal.SignedOut;
        }

        if (found is null)
        {
            return Refusal.NotFound;
        }

        return call.Caller.Has([.. found.GrantedBy]) ? null : Refusal.Forbidden;
    }

    private sealed record MemberList(IReadOnlyList<Guid> Accounts) : IShape
    {
        public void Write(Utf8JsonWriter json)
        {
            json.WriteStartObject();
            json.WriteStartArray("items"u8);
            foreach (var account in Accounts)
            {
                json.WriteStringValue(account);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }
    }
}
