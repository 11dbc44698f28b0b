using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A filter by something that is not compared.</summary>
internal sealed class CannotFilter : Rule
{
    public static Diagnostic At(Location at, string field, ModelType type) =>
        Diagnostic.Of<CannotFilter>(at, $"a list cannot be filtered by `{field}`, {Article.Of(TypeNames.Of(type))}")
            .WithLabel("has no equality")
            .WithHelp("write a filter with a parameter and a condition");
}
