namespace Ashlar.Kernel.Tests.Flow;

/// <summary>Another side that several processes call: what it has done outlives them in a table of its own.</summary>
internal sealed class TableGateway(Database database) : IGateway
{
    public const string Table =
        "create table gateway (key text primary key not null, what text not null, calls integer not null);";

    private static readonly Statement Do = new(
        """
        insert into gateway (key, what, calls) values ($1, $2, 1)
        on conflict (key) do update set calls = gateway.calls + 1
        """);

    public ValueTask<Outcome<string>> ChargeAsync(string key, string order, decimal total, CancellationToken deadline) =>
        DoAsync(key, $"charge {order}", deadline);

    public ValueTask<Outcome<string>> RefundAsync(string key, string receipt, CancellationToken deadline) =>
        DoAsync(key, $"refund {receipt}", deadline);

    private async ValueTask<Outcome<string>> DoAsync(string key, string what, CancellationToken deadline)
    {
        await using var session = await database.WriteAsync(deadline);
        await session.ExecuteAsync(Do, key, what);
        return new Succeeded<string>($"receipt of {what}");
    }
}
