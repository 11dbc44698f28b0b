using System.Globalization;

namespace Ashlar.Bench.Endpoints;

/// <summary>How much is measured.</summary>
internal sealed record EndpointOptions
{
    public int Rows { get; private init; } = 100_000;

    public int Rounds { get; private init; } = 3;

    public double Seconds { get; private init; } = 4;

    public int Connections { get; private init; } = 16;

    public IReadOnlyList<string> Databases { get; private init; } = ["postgres", "sqlite"];

    public static EndpointOptions Of(ReadOnlySpan<string> arguments)
    {
        var options = new EndpointOptions();
        for (var i = 0; i < arguments.Length; i += 2)
        {
            var value = arguments[i + 1];
            options = arguments[i] switch
            {
                "--rows" => options with { Rows = Number(value) },
                "--rounds" => options with { Rounds = Number(value) },
                "--seconds" => options with { Seconds = double.Parse(value, CultureInfo.InvariantCulture) },
                "--connections" => options with { Connections = Number(value) },
                "--database" => options with { Databases = [value] },
                var other => throw new InvalidOperationException($"There is no option {other}."),
            };
        }

        return options;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
