using Ashlar.Core.Model;
using Ashlar.Core.Model.Workflows;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Workflows;

/// <summary>What the class of a module says of its workflows.</summary>
internal static class WorkflowServices
{
    /// <summary>The events that start a workflow, and those that end its waits.</summary>
    public static IEnumerable<Code> Consumers(Workflow workflow)
    {
        var start = workflow.Start.Event;
        var type = new CSharpTypes(workflow.Name.Module).Name(start);
        yield return Code.Of($"""
            new({Lit.Of($"{start}")}, {Lit.Of($"{workflow.Name}")}, (work, told) => {Names.Type(workflow.Name)}.StartAsync(work, {type}.Read(JsonBody.Of(told)))),
            """);
        foreach (var signal in AwaitedSignals.Of(workflow))
        {
            yield return Code.Of($"""
                new({Lit.Of($"{signal.Event}")}, {Lit.Of($"{workflow.Name} waits")}, {Names.Type(workflow.Name)}.{AwaitedSignals.Method(signal.Event)}),
                """);
        }
    }

    public static Code List(Emission emission, Module module)
    {
        var workflows = emission.WorkflowsOf(module).Select(one => Code.Of($"{Names.Type(one.Name)}.Definition")).ToList();
        return Code.When(workflows.Count > 0, () => Code.Of($$"""
            /// <summary>The processes that wait, with their steps.</summary>
            public static IReadOnlyList<Workflow> Workflows { get; } = [{{Code.Join(workflows, ", ")}}];
            """));
    }
}
