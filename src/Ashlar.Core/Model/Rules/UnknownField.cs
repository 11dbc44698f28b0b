using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A field that the entity or value does not have.</summary>
internal sealed class UnknownField : Rule
{
    public static Diagnostic At(Location at, string owner, string name, IEnumerable<string> fields) =>
        Diagnostic
            .Of<UnknownField>(at, $"`{owner}` has no field `{name}`")
            .WithLabel($"not a field of `{owner}`")
            .Suggest(name, fields);
}
