using System.Security.Cryptography;
using System.Text;
using Ashlar.Kernel.Tests.Data;
using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Flow;

/// <summary>Whatever happens to an instance, and in which order: both databases tell the same of it.</summary>
public sealed class ParityTests(PostgresServer server)
{
    private const int Count = 1000;
    private const int Together = 100;

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private static readonly Statement SelectEntries = new(
        """
        select j.instance_id, j.kind, j.step, j.attempt, coalesce(j.detail, '') from ashlar_flow_journal j
        join ashlar_flow_tokens t on t.id = j.token_id order by j.instance_id, t.parent_id is not null, t.step, t.id, j.seq
        """);

    [Fact]
    public async Task A_thousand_histories_are_the_same_on_both_databases()
    {
        await using var sqlite = await FlowRig.CreateAsync(DatabaseKind.Sqlite, server);
        await using var postgres = await FlowRig.CreateAsync(DatabaseKind.Postgres, server);

        var (first, second) = (await PlayAsync(sqlite), await PlayAsync(postgres));

        Assert.Equal(Count, first.Count);
        Assert.True(first.Values.Distinct().Count() > 20, $"only {first.Values.Distinct().Count()} differ");
        foreach (var (name, history) in first)
        {
            Assert.Equal(history, second[name]);
        }
    }

    /// <summary>Plays all histories, some at once, and tells of each what the journal and the effects say.</summary>
    private static async Task<Dictionary<string, string>> PlayAsync(FlowRig rig)
    {
        var process = rig.Process();
        rig.Gateway.AnswerAbout = (about, asked) => Choice($"{about}/{asked}", 6) switch
        {
            0 => new Failed<string>("CardDeclined"),
            1 or 2 => new Failed<string>("GatewayDown", IsTransient: true),
            _ => null,
        };
        var told = new Dictionary<string, string>();
        for (var batch = 0; batch < Count; batch += Together)
        {
            var names = Enumerable.Range(batch, Together).Select(i => $"H{i}").ToList();
            var instances = new Dictionary<Guid, string>();
            foreach (var name in names)
            {
                instances.Add(await FlowRig.FulfilAsync(process, name), name);
            }

            for (var round = 0; round < 4; round++)
            {
                await rig.DrainAsync(process);
                foreach (var name in names)
                {
                    await ActAsync(process, name, round);
                }

                rig.Clock.Advance(Day * 2);
            }

            rig.Clock.Advance(Day * 40);
            await rig.DrainAsync(process);
            await FlowInvariants.HoldAsync(rig);
            var entries = await rig.AskAsync(
                SelectEntries,
                rows => (Instance: rows.Uuid(0), Text: $"{rows.Text(1)}@{rows.Text(2)}#{rows.Int(3)}{rows.Text(4)}"));
            foreach (var (instance, name) in instances)
            {
                var history = entries.Where(entry => entry.Instance == instance).Select(entry => entry.Text);
                told[name] = string.Join('\n', history) + "\n" + await rig.OutcomeAsync(instance) + "\n"
                    + await rig.EffectsAsync(name);
            }
        }

        return told;
    }

    /// <summary>What happens to an instance in a round, by its name alone.</summary>
    private static async Task ActAsync(FlowProcess process, string name, int round)
    {
        switch (Choice($"{name}/{round}", 8))
        {
            case 0 or 1 or 2:
                await FlowRig.TryPackAsync(process, name, $"T{name}");
                break;
            case 3 or 4:
                await FlowRig.SignalAsync(process, "ParcelDelivered", $"T{name}", id: $"{name}/{round / 2}");
                break;
            case 5:
                await FlowRig.SignalAsync(process, "ParcelLost", $"T{name}");
                break;
            case 6:
                await FlowRig.SignalAsync(process, "OrderCancelled", name);
                break;
        }
    }

    /// <summary>One of so many choices, by a text alone.</summary>
    private static int Choice(string of, int count) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(of))[0] % count;
}
