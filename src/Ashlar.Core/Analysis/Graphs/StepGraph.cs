using Ashlar.Core.Model.Workflows;

namespace Ashlar.Core.Analysis.Graphs;

/// <summary>The ways between the steps and ends of a workflow, those from everywhere included.</summary>
internal sealed class StepGraph
{
    private readonly Dictionary<string, string[]> _next;

    public StepGraph(Workflow workflow)
    {
        Workflow = workflow;
        var anywhere = workflow.Interrupts.Select(one => one.Target)
            .Concat(workflow.Limit is { } limit ? [limit.Target] : []).ToList();
        _next = workflow.Steps.ToDictionary(
            step => step.Name, step => step.Targets().Concat(anywhere).Distinct(StringComparer.Ordinal).ToArray(),
            StringComparer.Ordinal);
        Reached = PathsFrom(workflow.Steps[0].Name).Keys.ToHashSet(StringComparer.Ordinal);
    }

    public Workflow Workflow { get; }

    /// <summary>The steps and ends that an instance can come to.</summary>
    public IReadOnlySet<string> Reached { get; }

    public IEnumerable<string> Next(string step) => _next.GetValueOrDefault(step, []);

    /// <summary>A shortest path to each step or end that can be reached.</summary>
    public Dictionary<string, IReadOnlyList<string>> PathsFrom(string start)
    {
        var paths = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [start] = [start] };
        var open = new Queue<string>([start]);
        while (open.TryDequeue(out var step))
        {
            foreach (var next in Next(step).Where(next => !paths.ContainsKey(next)))
            {
                paths[next] = [.. paths[step], next];
                open.Enqueue(next);
            }
        }

        return paths;
    }
}
