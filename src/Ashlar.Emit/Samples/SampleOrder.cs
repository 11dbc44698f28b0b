using Ashlar.Core.Model;
using Ashlar.Core.Text;

namespace Ashlar.Emit.Samples;

/// <summary>The samples in an order in which each stands behind those that it refers to.</summary>
internal static class SampleOrder
{
    public static IReadOnlyList<Sample> Of(SystemModel model)
    {
        var open = model.Samples.ToList();
        var ordered = new List<Sample>();
        while (open.Count > 0)
        {
            var next = open.Find(sample => References(sample.Values).All(name => !IsOpen(open, sample, name))) ?? open[0];
            open.Remove(next);
            ordered.Add(next);
        }

        return ordered;
    }

    private static bool IsOpen(List<Sample> open, Sample sample, string name) =>
        open.Exists(other => other != sample && string.Equals(other.Name, name, StringComparison.Ordinal));

    private static IEnumerable<string> References(ValueList<SampleValue> values) =>
        values.SelectMany(value => value.Content switch
    {
        SampleReference reference => [reference.Name],
        SampleLinks links => links.Names,
        SampleRows rows => rows.Rows.SelectMany(row => References(row.Values)),
        _ => Enumerable.Empty<string>(),
    });
}
