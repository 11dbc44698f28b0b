using System.Globalization;

namespace Ashlar.Bench.Endpoints;

/// <summary>How much is measured.</summary>
internal sealed record EndpointOptions
{
    private static readonly string[] AllWorkloads = ["byid", "page", "order", "post", "patch", "action"];

    public int Rows { get; private init; } = 100_000;

    public int Rounds { get; private init; } = 3;

    public double Seconds { get; private init; } = 4;

    public int Connections { get; private init; } = 16;

    public IReadOnlyList<string> Databases { get; private init; } = ["postgres", "sqlite"];

    public IReadOnlyList<string> Workloads { get; private init; } = AllWorkloads;

    /// <summary>What the arguments ask for, or null where one of them is no option or no value of its option.</summary>
    public static EndpointOptions? Of(ReadOnlySpan<string> arguments)
    {
        var options = new EndpointOptions();
        while (arguments is [var name, var value, .. var rest])
        {
            if (options.With(name, value) is not { } changed)
            {
                return null;
            }

            options = changed;
            arguments = rest;
        }

        return arguments.IsEmpty ? options : null;
    }

    private EndpointOptions? With(string name, string value) => name switch
    {
        "--rows" when Count(value) is { } rows => this with { Rows = rows },
        "--rounds" when Count(value) is { } rounds => this with { Rounds = rounds },
        "--seconds" when Positive(value) is { } seconds => this with { Seconds = seconds },
        "--connections" when Count(value) is { } connections => this with { Connections = connections },
        "--database" when value is "postgres" or "sqlite" => this with { Databases = [value] },
        "--workload" when AllWorkloads.Contains(value) => this with { Workloads = [value] },
        _ => null,
    };

    private static int? Count(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? count : null;

    private static double? Positive(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : null;
}
