using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A type that nobody declares.</summary>
internal sealed class UnknownType : Rule
{
    public static Diagnostic At(Location at, string name, IEnumerable<string> types) =>
        Diagnostic
            .Of<UnknownType>(at, $"no type is named `{name}`")
            .WithLabel("neither a type of the language nor declared")
            .Suggest(name, types);
}
