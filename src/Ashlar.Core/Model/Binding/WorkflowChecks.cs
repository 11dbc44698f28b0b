using Ashlar.Core.Model.Rules;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Binding;

/// <summary>What a workflow and each of its steps have to say, and what does not go together.</summary>
internal static class WorkflowChecks
{
    private static readonly string[] AgainWords = ["joins", "refused", "replaces"];

    public static void Check(Site site, WorkflowSyntax node)
    {
        if (node.Starts.IsEmpty)
        {
            site.Add(WorkflowForm.Without(
                site, node.Name, "start", "write what starts it, as in `start on OrderPlaced as placed`"));
        }

        foreach (var second in node.Starts.Skip(1))
        {
            site.Add(WorkflowForm.SecondStart(site, second, node.Starts[0]));
        }

        if (node.Runner is null)
        {
            site.Add(WorkflowForm.Without(site, node.Name, "as", "write `as system`: its steps have no caller"));
        }
        else if (node.Runner is { IsMissing: false, Text: not "system" } runner)
        {
            site.Add(WorkflowForm.Runner(site, runner));
        }

        if (node.Steps.IsEmpty)
        {
            site.Add(WorkflowForm.Without(site, node.Name, "step", "write its first step, as in `step Pack { … }`"));
        }

        if (node.Again is { IsMissing: false } again && !AgainWords.Contains(again.Text, StringComparer.Ordinal))
        {
            site.Add(WorkflowForm.Again(site, again));
        }

        foreach (var end in node.Ends.Where(end => !end.IsMissing && !char.IsAsciiLetterUpper(end.Text[0])))
        {
            site.Add(StepForm.Lower(site, end));
        }

        foreach (var step in node.Steps)
        {
            Check(site, step);
        }
    }

    private static void Check(Site site, StepSyntax step)
    {
        if (!step.Name.IsMissing && !char.IsAsciiLetterUpper(step.Name.Text[0]))
        {
            site.Add(StepForm.Lower(site, step.Name));
        }

        foreach (var second in step.Work.Skip(1))
        {
            site.Add(StepForm.SecondWork(site, second, step));
        }

        if (step.UndoAll is not null && step.Work.FirstOrDefault(work => work is not DoSyntax) is { } beside)
        {
            site.Add(CallForm.UndoBeside(site, beside));
        }

        var wait = step.Work.OfType<WaitSyntax>().FirstOrDefault();
        if (wait is not null && step.Ways is [var extra, ..])
        {
            site.Add(StepForm.WayOfWait(site, extra));
        }
        else if (wait is null && step.Ways.IsEmpty)
        {
            site.Add(StepForm.WithoutWay(site, step));
        }

        CheckChoice(site, step);
        CheckTime(site, step, wait);
    }

    private static void CheckChoice(Site site, StepSyntax step)
    {
        var last = step.Ways.IsEmpty ? null : step.Ways[^1];
        if (last is { When: not null })
        {
            site.Add(StepForm.WithoutOtherwise(site, last));
        }

        if (step.Ways.SkipLast(1).FirstOrDefault(way => way.When is null) is { } early && step.IsChoice)
        {
            site.Add(StepForm.EarlyOtherwise(site, early));
        }
    }

    private static void CheckTime(Site site, StepSyntax step, WaitSyntax? wait)
    {
        switch (wait)
        {
            case { Within: null, Until: null }:
                site.Add(LimitForm.OfWait(site, step));
                break;
            case { Within: not null, Until: { } second }:
                site.Add(LimitForm.Both(site, second, wait.Within));
                break;
        }

        var task = step.Work.OfType<TaskSyntax>().FirstOrDefault();
        if (task is not null && step.Within is null)
        {
            site.Add(LimitForm.OfTask(site, step));
        }

        if (task is null && step.Within is { } limit)
        {
            site.Add(LimitForm.WithoutTask(site, limit));
        }
    }
}
