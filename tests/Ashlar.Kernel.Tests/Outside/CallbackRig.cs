using System.Text;
using Ashlar.Kernel.Tests.Data;
using Ashlar.Kernel.Tests.Events;
using Ashlar.Kernel.Tests.Hosting;
using Ashlar.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Ashlar.Kernel.Tests.Outside;

/// <summary>A system that an outside service tells who has joined, and that service.</summary>
internal sealed class CallbackRig : IAsyncDisposable
{
    public const string Path = "/callbacks/joined";
    public const string Good = """{"delivery":"d-1","email":"ann@example.com"}""";

    private static readonly Secret Key = new("a key that nobody else has");
    private static readonly Secret OldKey = new("the key that was there before");
    private static readonly TextField Delivery = new("delivery") { Max = 64 };
    private static readonly EmailField Email = new("email") { Max = 254 };
    private static readonly Statement Join = new("insert into accounts (id, email, password) values ($1, $2, 'none')");
    private static readonly Statement CountAccounts = new("select count(*) from accounts");

    private CallbackRig(RunningSystem system, ManualClock clock, HmacSignature signature)
    {
        System = system;
        Clock = clock;
        Signature = signature;
    }

    public RunningSystem System { get; }

    public ManualClock Clock { get; }

    public HmacSignature Signature { get; }

    /// <summary>One whose signatures say when they were made.</summary>
    public static HmacSignature Timed => new("X-Signature", SignatureForm.Hex, Key, OldKey, null)
    {
        TimeHeader = "X-Timestamp",
        Tolerance = TimeSpan.FromMinutes(5),
    };

    /// <summary>One whose signatures are as good as ever.</summary>
    public static HmacSignature Timeless => new("X-Signature", SignatureForm.Base64, Key);

    /// <summary>One of before the key was changed.</summary>
    public static HmacSignature Former => new("X-Signature", SignatureForm.Hex, OldKey)
    {
        TimeHeader = "X-Timestamp",
        Tolerance = TimeSpan.FromMinutes(5),
    };

    public static async Task<CallbackRig> StartAsync(
        DatabaseKind kind, PostgresServer server, HmacSignature signature, Func<UnitOfWork, Task<Refusal?>>? before = null,
        params string[] settings)
    {
        var clock = new ManualClock();
        var system = await RunningSystem.StartWithAsync(
            kind, server, clock, callbacks => callbacks.Post(Path, "People.Joined", signature, Handler(before)), settings);
        return new(system, clock, signature);
    }

    /// <summary>Sends what is signed with this, or as the system has it.</summary>
    public Task<Answer> DeliverAsync(string body = Good, HmacSignature? signature = null) =>
        SendAsync(body, [.. (signature ?? Signature).Sign(Encoding.UTF8.GetBytes(body), Clock.GetUtcNow())]);

    public async Task<Answer> SendAsync(
        string body, IEnumerable<KeyValuePair<string, string>> headers, string mediaType = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path)
        {
            Content = new StringContent(body, Encoding.UTF8, mediaType),
        };
        request.Headers.ExpectContinue = body.Length > 1_000_000;
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await System.SendAsync(request);
    }

    public async Task<long> CountAsync()
    {
        await using var session = await System.Database.ReadAsync(TestContext.Current.CancellationToken);
        return await session.OneAsync(CountAccounts, rows => rows.Long(0));
    }

    /// <summary>Deletes the answers whose time is over.</summary>
    public Task CleanAsync() => System.App.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>()
        .OfType<AnswerCleanup>().Single().RunAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => System.DisposeAsync();

    private static Handler Handler(Func<UnitOfWork, Task<Refusal?>>? before) => async call =>
    {
        var body = await call.BodyAsync();
        var (delivery, email) = (body.Required(Delivery), body.Required(Email));
        if (body.Refusal is { } refusal)
        {
            return refusal;
        }

        return await call.OnceAsync(delivery, async work =>
        {
            if (before is not null && await before(work) is { } refused)
            {
                return refused;
            }

            await work.Session.ExecuteAsync(Join, work.NewId(), email);
            return Reply.NoContent();
        });
    };
}
