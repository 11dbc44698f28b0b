using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Model.Workflows;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>An event that nobody tells, or that nobody listens to.</summary>
internal sealed class UnusedEvent : ModelRule
{
    public override Severity Severity => Severity.Warning;

    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        var actions = facts.Model.AllActions;
        var told = actions.SelectMany(action => action.Steps()).OfType<EmitStatement>().Select(step => step.Event).ToHashSet();
        var heard = actions.SelectMany(action => action.Starts).Select(start => start.Event)
            .Concat(facts.Model.Workflows.SelectMany(workflow => workflow.Hears())).ToHashSet();
        foreach (var one in facts.Model.Events)
        {
            if (!told.Contains(one.Name))
            {
                report.Add(At(one.Origin, $"nobody tells `{one.Name.Name}`")
                    .WithLabel("no action emits it")
                    .WithHelp($"let an action emit `{one.Name.Name}`, or drop it")
                    .About($"{one.Name}"));
            }
            else if (!heard.Contains(one.Name) && !one.IsPublic)
            {
                report.Add(At(one.Origin, $"nobody listens to `{one.Name.Name}`")
                    .WithLabel("no action starts on it")
                    .WithHelp($"start an action on `{one.Name.Name}`, or drop it")
                    .About($"{one.Name}"));
            }
        }
    }
}
