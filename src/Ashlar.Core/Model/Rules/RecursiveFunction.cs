using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;

namespace Ashlar.Core.Model.Rules;

/// <summary>A function that reaches itself.</summary>
internal sealed class RecursiveFunction : Rule
{
    public static Diagnostic At(FunctionElement function, IReadOnlyList<FunctionElement> path)
    {
        var names = path.Select(step => step.Name.Name).Append(function.Name.Name).ToList();
        var found = Diagnostic.Of<RecursiveFunction>(function.NameLocation, $"`{function.Name.Name}` calls itself")
            .WithLabel("its value would never be found")
            .WithNote($"the calls: {string.Join(" -> ", names.Select(name => $"`{name}`"))}")
            .WithHelp("break the circle at one of its calls")
            .About(function.Name.ToString());
        return path.Skip(1).Aggregate(found, (result, step) => result.WithRelated(step.NameLocation, "on the way"));
    }
}
