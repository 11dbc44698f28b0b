using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A sort by something that has no order.</summary>
internal sealed class CannotSort : Rule
{
    public static Diagnostic At(Location at, string field, ModelType type) =>
        Diagnostic.Of<CannotSort>(at, $"a list cannot be sorted by `{field}`, {Article.Of(TypeNames.Of(type))}")
            .WithLabel("has no order")
            .WithHelp("sort by a number, a text, a date or a moment");
}
