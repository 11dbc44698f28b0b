using System.Collections.Immutable;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Binding;

/// <summary>The ways out of a step as written.</summary>
internal static class StepEdges
{
    public static IEnumerable<StepEdge> Of(WorkflowSyntax workflow, StepSyntax step)
    {
        var given = step.Work.SelectMany(work => GivenBy(work)).ToImmutableArray();
        foreach (var way in step.Ways)
        {
            yield return Edge(way.Target, given);
            if (way.Most is { } most)
            {
                yield return Edge(most.Target, given);
            }
        }

        foreach (var wait in step.Work.OfType<WaitSyntax>())
        {
            foreach (var one in wait.Events)
            {
                yield return Edge(one.Target, NameOf(one.As));
            }

            foreach (var late in new[] { wait.Within, wait.Until }.OfType<LimitSyntax>())
            {
                yield return Edge(late.Target, []);
            }
        }

        foreach (var failure in step.Work.OfType<OutsideCallSyntax>().SelectMany(call => call.Failures))
        {
            yield return Edge(failure.Target, []);
        }

        foreach (var limit in new[] { step.Within, workflow.Within }.OfType<LimitSyntax>())
        {
            yield return Edge(limit.Target, []);
        }

        foreach (var interrupt in workflow.Interrupts)
        {
            yield return Edge(interrupt.Target, NameOf(interrupt.As));
        }

        StepEdge Edge(NameSyntax target, ImmutableArray<string> gives) => new(step.Name.Text, target.Text, gives);
    }

    /// <summary>The names that the work gives to what follows it; not those of statements inside of others.</summary>
    public static ImmutableArray<string> GivenBy(StepWorkSyntax work) => work switch
    {
        TaskSyntax task => NameOf(task.As),
        OutsideCallSyntax call => NameOf(call.Run.As),
        DoSyntax body => [.. body.Statements.SelectMany(statement => statement switch
        {
            LetSyntax let => NameOf(let.Name),
            NewRowSyntax made => NameOf(made.As),
            RunSyntax run => NameOf(run.As),
            AuthenticateSyntax account => NameOf(account.As),
            _ => [],
        })],
        _ => [],
    };

    private static ImmutableArray<string> NameOf(NameSyntax? name) => name is { IsMissing: false } ? [name.Text] : [];
}
