using System.Globalization;
using System.Text;

namespace Ashlar.Bench.Endpoints;

/// <summary>What one variant did with one workload in one round.</summary>
internal readonly record struct Measured(double RequestsPerSecond, double CpuMicroseconds);

/// <summary>Medians over the rounds, and each variant divided by the first.</summary>
internal sealed class RatioTable(string title, IEnumerable<string> variants)
{
    private readonly List<string> _variants = [.. variants];
    private readonly Dictionary<(string Workload, string Variant), List<Measured>> _rounds = [];

    public void Add(string workload, string variant, Measured measured)
    {
        if (!_rounds.TryGetValue((workload, variant), out var rounds))
        {
            _rounds[(workload, variant)] = rounds = [];
        }

        rounds.Add(measured);
    }

    public string Markdown()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture,
            $"\n{title}: requests a second (and processor time of the server a request) over {_variants[0]}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"| | {_variants[0]} |");
        text.AppendJoin("", _variants.Skip(1).Select(variant => $" {variant} |"));
        text.Append("\n|---|").Insert(text.Length, "---|", _variants.Count).Append('\n');
        foreach (var workload in _rounds.Keys.Select(key => key.Workload).Distinct())
        {
            var (rate, cpu) = Medians(workload, _variants[0]);
            text.Append(CultureInfo.InvariantCulture, $"| {workload} | {rate:#,0} ({cpu:0} µs) |");
            foreach (var variant in _variants.Skip(1))
            {
                var (otherRate, otherCpu) = Medians(workload, variant);
                text.Append(CultureInfo.InvariantCulture, $" {otherRate / rate:0.00} ({otherCpu / cpu:0.00}) |");
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private (double Rate, double Cpu) Medians(string workload, string variant)
    {
        var rounds = _rounds[(workload, variant)];
        return (Median(rounds.Select(round => round.RequestsPerSecond)), Median(rounds.Select(round => round.CpuMicroseconds)));
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
