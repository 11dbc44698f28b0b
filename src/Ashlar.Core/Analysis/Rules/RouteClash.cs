using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Text;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>Two operations that would answer the same request.</summary>
internal sealed class RouteClash : ModelRule
{
    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        var first = new Dictionary<string, OfferedRoute>(StringComparer.OrdinalIgnoreCase);
        foreach (var route in OfferedRoutes.Of(facts.Model))
        {
            if (!first.TryAdd(route.Key, route) && route is { Origin: { } origin, Subject: { } subject })
            {
                report.Add(Found(route, origin, subject, first[route.Key]));
            }
        }
    }

    private Diagnostic Found(OfferedRoute route, Origin origin, ElementName subject, OfferedRoute first)
    {
        var found = At(origin, $"`{route.Text}` is offered twice").About($"{subject}");
        found = first is { Origin: { } other, Subject: { } before }
            ? found.WithLabel($"second, for `{subject}`").WithRelated(other.Location, $"first, for `{before}`")
            : found.WithLabel($"for `{subject}`, and for sessions");
        return found.WithHelp(route switch
        {
            { IsRun: true } => $"say `at POST \"…\"` with another path, or rename `{subject.Name}`",
            { IsView: true } => $"say `at GET \"…\"` with another path, or rename `{subject.Name}`",
            _ when subject == first.Subject => "remove one of them, or say `at` with another path",
            _ => $"give `{subject.Name}` another `plural`, or say `at` with another path",
        });
    }
}
