using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Ashlar.Kernel;

/// <summary>The limits of workflows, from the section <c>Kernel:Flow</c> of the configuration.</summary>
internal sealed record FlowOptions
{
    /// <summary>Whether this process carries out workflows; otherwise it only starts them and hears what they wait for.</summary>
    public bool IsWorker { get; init; } = true;

    /// <summary>How many instances move at once.</summary>
    public int Concurrency { get; init; } = 8;

    /// <summary>How long others wait for a process that says nothing before they take over what it has.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long one transaction of a step may take.</summary>
    public TimeSpan StepDeadline { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a step that fails is tried before a person has to look.</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>How often a step may be begun without an end, as where it takes the process down.</summary>
    public int MostClaims { get; init; } = 10;

    public static FlowOptions From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Kernel:Flow");
        var defaults = new FlowOptions();
        return new()
        {
            IsWorker = Read(section, nameof(IsWorker), defaults.IsWorker),
            Concurrency = Read(section, nameof(Concurrency), defaults.Concurrency, 1, 1000),
            Lease = Read(section, nameof(Lease), defaults.Lease, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)),
            StepDeadline = Read(
                section, nameof(StepDeadline), defaults.StepDeadline, TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1)),
            Attempts = Read(section, nameof(Attempts), defaults.Attempts, 1, 1000),
            MostClaims = Read(section, nameof(MostClaims), defaults.MostClaims, 1, 1000),
        };
    }

    private static bool Read(IConfigurationSection section, string name, bool otherwise) => section[name] switch
    {
        null => otherwise,
        var text when bool.TryParse(text, out var value) => value,
        var text => throw Wrong(name, $"It is not valid: {text}"),
    };

    private static T Read<T>(IConfigurationSection section, string name, T otherwise, T least, T most)
        where T : ISpanParsable<T>, IComparable<T>
    {
        if (section[name] is not { } text)
        {
            return otherwise;
        }

        if (!T.TryParse(text, CultureInfo.InvariantCulture, out var value))
        {
            throw Wrong(name, $"It is not valid: {text}");
        }

        return value.CompareTo(least) >= 0 && value.CompareTo(most) <= 0
            ? value
            : throw Wrong(name, $"It has to be between {least} and {most}: {text}");
    }

    private static SettingsException Wrong(string name, string reason) => new([new($"Kernel:Flow:{name}", "", reason)]);
}
