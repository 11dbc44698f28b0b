using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Statements;

namespace Ashlar.Core.Model.Workflows;

/// <summary>What a workflow and its steps are made of.</summary>
public static class StepParts
{
    /// <summary>Every expression of the step.</summary>
    public static IEnumerable<Expression> Expressions(WorkflowStep step) =>
        step.Ways.Select(way => way.When).OfType<Expression>().Concat(step.Work?.Accept(OfWork.Instance) ?? []);

    /// <summary>The expressions of a workflow that are in none of its actions.</summary>
    public static IEnumerable<Expression> OwnExpressions(this Workflow workflow) =>
    [
        .. new[] { workflow.Key, workflow.Start.Where }.OfType<Expression>(),
        .. workflow.Interrupts.SelectMany(one => one.Matches).Select(match => match.Value),
        .. workflow.Steps.SelectMany(step => step.Work is DoWork
            ? step.Ways.Select(way => way.When).OfType<Expression>()
            : Expressions(step)),
    ];

    /// <summary>The events that start the workflow, end a wait of it or send an instance elsewhere.</summary>
    public static IEnumerable<ElementName> Hears(this Workflow workflow) =>
        workflow.Awaits().Select(one => one.Event).Prepend(workflow.Start.Event);

    /// <summary>The events that end a wait or send an instance elsewhere.</summary>
    public static IEnumerable<AwaitedEvent> Awaits(this Workflow workflow) => workflow.Steps.Select(step => step.Work)
        .OfType<WaitWork>().SelectMany(wait => wait.Events).Concat(workflow.Interrupts);

    /// <summary>The names that a workflow gives to what its instances know, in the order in which they are given.</summary>
    public static IEnumerable<string> GivenNames(this Workflow workflow) => workflow.Steps
        .SelectMany(step => (step.Work?.GivenNames() ?? [])
            .Concat(step.Work is WaitWork wait ? wait.Events.Select(one => one.Name).OfType<string>() : []))
        .Prepend(workflow.Start.Name)
        .Concat(workflow.Interrupts.Select(one => one.Name).OfType<string>()).Distinct(StringComparer.Ordinal);

    /// <summary>The names that the work gives on whichever way out that the step has itself.</summary>
    public static IEnumerable<string> GivenNames(this StepWork work) => work.Accept(OfNames.Instance);

    /// <summary>Where the step may go, in written order; ends as well.</summary>
    public static IEnumerable<string> Targets(this WorkflowStep step) =>
    [
        .. step.Ways.SelectMany(way => way.Bound is { } bound ? new[] { way.Target, bound.Target } : [way.Target]),
        .. step.Work is WaitWork wait
            ? wait.Events.Select(one => one.Target).Concat(wait.LateTarget is { } late ? [late] : [])
            : [],
        .. step.Work is CallWork call ? call.Failures.Select(failure => failure.Target) : [],
        .. step.Limit is { } limit ? [limit.Target] : Enumerable.Empty<string>(),
    ];

    private sealed class OfWork : IStepWorkVisitor<IEnumerable<Expression>>
    {
        public static OfWork Instance { get; } = new();

        public IEnumerable<Expression> Visit(DoWork work) =>
            StatementTree.All(work.Action.Body).SelectMany(statement => statement.Expressions());

        public IEnumerable<Expression> Visit(TaskWork work) => [work.Title];

        public IEnumerable<Expression> Visit(WaitWork work) =>
        [
            .. work.Events.SelectMany(one => one.Matches).Select(match => match.Value),
            .. work.Until is { } until ? new[] { until.At } : [],
        ];

        public IEnumerable<Expression> Visit(CallWork work) =>
            work.Call.Inputs.Concat(work.Undo?.Inputs ?? []).Select(input => input.Value);
    }

    private sealed class OfNames : IStepWorkVisitor<IEnumerable<string>>
    {
        public static OfNames Instance { get; } = new();

        public IEnumerable<string> Visit(DoWork work) => work.Gives.Select(given => given.Name.Split('.')[0]).Distinct();

        public IEnumerable<string> Visit(TaskWork work) => work.Result is { } result ? [result] : [];

        public IEnumerable<string> Visit(WaitWork work) => [];

        public IEnumerable<string> Visit(CallWork work) => work.Call.Result is { } result ? [result] : [];
    }
}
