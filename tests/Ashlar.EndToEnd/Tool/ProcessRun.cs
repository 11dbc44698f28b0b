using System.Diagnostics;

namespace Ashlar.EndToEnd.Tool;

/// <summary>A program run to its end: what it said and how it ended.</summary>
internal sealed record ProcessRun(int Code, string Out, string Error)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static Task<ProcessRun> Ashlar(params string[] words) => Of("dotnet", ["exec", Checkout.Tool, .. words]);

    public static Task<ProcessRun> Bash(string script) => Of("bash", ["-c", script]);

    public static async Task<ProcessRun> Of(string program, IEnumerable<string> arguments, string input = "", string folder = "")
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException(program);
        using var time = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        time.CancelAfter(Longest);
        var output = process.StandardOutput.ReadToEndAsync(time.Token);
        var error = process.StandardError.ReadToEndAsync(time.Token);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        try
        {
            await process.WaitForExitAsync(time.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new ProcessRun(process.ExitCode, await output, await error);
    }
}
