using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;

namespace Ashlar.Core.Model.Rules;

/// <summary>An action that reaches itself.</summary>
internal sealed class RecursiveAction : Rule
{
    public static Diagnostic At(ActionElement action, IReadOnlyList<ActionElement> path)
    {
        var names = path.Select(step => step.Name.Name).Append(action.Name.Name).ToList();
        var found = Diagnostic.Of<RecursiveAction>(action.NameLocation, $"`{action.Name.Name}` runs itself")
            .WithLabel("its transaction would never end")
            .WithNote($"the runs: {string.Join(" -> ", names.Select(name => $"`{name}`"))}")
            .WithHelp("break the circle at one of its runs")
            .About(action.Name.ToString());
        return path.Skip(1).Aggregate(found, (result, step) => result.WithRelated(step.NameLocation, "on the way"));
    }
}
