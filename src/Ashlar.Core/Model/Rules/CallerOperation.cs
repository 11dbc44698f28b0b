using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>Something that nobody does with themselves.</summary>
internal sealed class CallerOperation : Rule
{
    public static Diagnostic At(Location at, string operation) =>
        Diagnostic.Of<CallerOperation>(at, $"`{operation}` is not about the caller alone")
            .WithLabel("only `read`, `update` and `delete` are")
            .WithHelp("expose the entity for it, or `run` an action of the api");
}
