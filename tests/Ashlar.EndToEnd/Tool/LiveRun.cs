using System.Diagnostics;
using System.Text.Json;

namespace Ashlar.EndToEnd.Tool;

/// <summary>`ashlar run --json` as a process: its events, and a way to end it as a person would.</summary>
internal sealed class LiveRun : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);
    private readonly Process _process;
    private readonly Task<string> _errors;

    private LiveRun(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    public HttpClient Http { get; } = new();

    /// <summary>What the tool calls the database.</summary>
    public string Database { get; private set; } = "";

    /// <summary>Starts the tool and waits until the system serves.</summary>
    public static async Task<LiveRun> Start(string folder, params string[] options)
    {
        var run = Launch(folder, options);
        var serving = await run.Next("serving");
        run.Database = serving.GetProperty("database").GetString() ?? "";
        run.Http.BaseAddress = new Uri(serving.GetProperty("url").GetString() ?? "");
        return run;
    }

    public static LiveRun Launch(string folder, params string[] options)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Checkout.Tool, "run", folder, "--json", .. options])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // A test asks more often than any client may.
        start.Environment["Kernel__RequestsPerSecond"] = "100000";
        start.Environment["Kernel__RequestBurst"] = "100000";
        return new LiveRun(Process.Start(start) ?? throw new InvalidOperationException("dotnet"));
    }

    /// <summary>The next event, which has to be of this kind.</summary>
    public async Task<JsonElement> Next(string kind)
    {
        while (await Line() is { } line)
        {
            if (!line.EndsWith('}'))
            {
                var rest = await _process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
                Assert.Fail($"expected {kind}, but: {line}\n{rest}");
            }

            var happened = JsonDocument.Parse(line).RootElement;
            Assert.True(happened.GetProperty("event").GetString() == kind, $"expected {kind}, but: {line}");
            return happened;
        }

        throw new InvalidOperationException($"the run ended before `{kind}`: {await _errors}");
    }

    private Task<string?> Line() =>
        _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Longest);

    /// <summary>Sends a signal, waits for the end and gives the exit code.</summary>
    public async Task<int> Stop(string signal)
    {
        await ProcessRun.Of("kill", ["-s", signal, $"{_process.Id}"]);
        await Next("stopped");
        return await Exit();
    }

    public async Task<int> Exit()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Longest);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }
}
