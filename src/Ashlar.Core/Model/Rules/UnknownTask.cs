using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A task that no workflow asks for, or that several do.</summary>
internal sealed class UnknownTask : Rule
{
    public static Diagnostic At(Location at, string name, bool isAmbiguous, IEnumerable<string> known) => isAmbiguous
        ? Diagnostic.Of<UnknownTask>(at, $"several workflows ask for the task `{name}`")
            .WithLabel("one of several")
            .WithHelp("name its workflow before it, as in `Fulfilment.Pack`")
        : Diagnostic.Of<UnknownTask>(at, $"no workflow asks for the task `{name}`")
            .WithLabel("no step with a task")
            .Suggest(name, known.SelectMany(task => new[] { task, StepOf(task) }));

    private static string StepOf(string task) => task[(task.IndexOf('.', StringComparison.Ordinal) + 1)..];
}
