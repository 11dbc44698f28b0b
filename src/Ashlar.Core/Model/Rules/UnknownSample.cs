using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A sample that nobody declares, or one of another entity.</summary>
internal sealed class UnknownSample : Rule
{
    public static Diagnostic At(Location at, string name, string entity, IEnumerable<string> samples) =>
        Diagnostic
            .Of<UnknownSample>(at, $"no sample of `{entity}` is named `{name}`")
            .WithLabel("not the name of a sample")
            .Suggest(name, samples);

    public static Diagnostic OfOther(Location at, string name, string actual, string entity) =>
        Diagnostic
            .Of<UnknownSample>(at, $"`{name}` is a sample of `{actual}`, but one of `{entity}` is expected")
            .WithLabel(Article.Of(actual))
            .Mismatch(entity, actual)
            .WithHelp($"name a sample of `{entity}`");
}
