using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;

namespace Ashlar.Core.Model.Rules;

/// <summary>A function that becomes too large when its calls are put in place.</summary>
internal sealed class FunctionTooLarge : Rule
{
    public static Diagnostic At(FunctionElement function, int size, int most) =>
        Diagnostic
            .Of<FunctionTooLarge>(
                function.NameLocation,
                $"`{function.Name.Name}` becomes {size} parts long with its calls in place")
            .WithLabel($"at most {most} parts fit into a query")
            .WithHelp("let it call fewer functions that call functions themselves")
            .About(function.Name.ToString());
}
