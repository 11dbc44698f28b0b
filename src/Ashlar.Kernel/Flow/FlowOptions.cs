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
            Concurrency = Read(section, nameof(Concurrency), defaults.Concurrency),
            Lease = Read(section, nameof(Lease), defaults.Lease),
            StepDeadline = Read(section, nameof(StepDeadline), defaults.StepDeadline),
            Attempts = Read(section, nameof(Attempts), defaults.Attempts),
            MostClaims = Read(section, nameof(MostClaims), defaults.MostClaims),
        };
    }

    private static bool Read(IConfigurationSection section, string name, bool otherwise) => section[name] switch
    {
        null => otherwise,
        var text when bool.TryParse(text, out var value) => value,
        var text => throw Wrong(name, text),
    };

    private static T Read<T>(IConfigurationSection section, string name, T otherwise) where T : ISpanParsable<T> =>
        section[name] switch
        {
            null => otherwise,
            var text when T.TryParse(text, CultureInfo.InvariantCulture, out var value) => value,
            var text => throw Wrong(name, text),
        };

    private static InvalidOperationException Wrong(string name, string text) =>
        new($"The setting Kernel:Flow:{name} is not valid: {text}");
}
