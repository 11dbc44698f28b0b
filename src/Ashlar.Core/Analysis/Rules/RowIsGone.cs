using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Statements;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>A step, or a reply, that needs a row which the action has deleted.</summary>
internal sealed class RowIsGone : ModelRule
{
    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        foreach (var action in facts.Model.AllActions)
        {
            foreach (var (step, use) in GoneRows.UsesIn(action, facts.Model.Action))
            {
                report.Add(At(use.Origin, $"the row of `{use.Name}` is deleted before it is needed here")
                    .WithLabel("gone, or gone on one of the ways here")
                    .WithHelp(step is EmitStatement
                        ? "let the event carry what is needed of the row in fields of its own"
                        : "delete the row in the last step")
                    .About($"{action.Name}"));
            }
        }

        foreach (var run in facts.Model.Apis.SelectMany(api => api.Offers()))
        {
            if (run.ReplySource is { } source && facts.Model.Action(run.Action) is { } action
                && GoneRows.Of(action, facts.Model.Action).Contains(source))
            {
                report.Add(At(run.Origin, $"`{run.Action.Name}` replies the row of `{source}`, which it deletes")
                    .WithLabel("nothing is there to reply")
                    .WithHelp("leave the reply out, or reply another row")
                    .About($"{run.Action}"));
            }
        }
    }
}
