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

        CheckCallbacks(facts.Model, report);
    }

    /// <summary>What outside services call, against what the APIs answer and each other.</summary>
    private void CheckCallbacks(SystemModel model, DiagnosticBag report)
    {
        var first = OfferedRoutes.Of(model)
            .DistinctBy(route => route.Key, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(route => route.Key, route => route.Origin, StringComparer.OrdinalIgnoreCase);
        foreach (var action in model.Actions)
        {
            if (action.Callback is { } callback && !first.TryAdd($"POST {callback.Path}", callback.Origin))
            {
                var found = At(callback.Origin, $"`POST {callback.Path}` is answered already").About($"{action.Name}");
                report.Add((first[$"POST {callback.Path}"] is { } other
                        ? found.WithLabel($"second, for `{action.Name}`").WithRelated(other.Location, "first")
                        : found.WithLabel($"for `{action.Name}`, and for sessions"))
                    .WithHelp("let the outside service call another path"));
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
