namespace Ashlar.Tool;

/// <summary>What a command reads from and writes to. Commands never touch the console, so tests run them in process.</summary>
internal sealed record Terminal(TextReader In, TextWriter Out, TextWriter Error)
{
    /// <summary>Colour is for people: only on a terminal, and not when they said no.</summary>
    public bool HasColour { get; init; }

    /// <summary>Somebody looks at what is said beside the answer, and may wonder what takes so long.</summary>
    public bool IsWatched { get; init; }

    public static Terminal OfProcess() => new(Console.In, Console.Out, Console.Error)
    {
        HasColour = !Console.IsOutputRedirected && Variable("NO_COLOR").Length == 0 && Variable("TERM") != "dumb",
        IsWatched = !Console.IsErrorRedirected && Variable("TERM") != "dumb",
    };

    private static string Variable(string name) => Environment.GetEnvironmentVariable(name) ?? "";
}
