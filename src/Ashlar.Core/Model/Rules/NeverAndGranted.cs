using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>An operation that the same access block grants and says never to grant.</summary>
internal sealed class NeverAndGranted : Rule
{
    public static Diagnostic At(Site site, OperationSyntax never, OperationSyntax granted)
    {
        var operation = never.Operation.ToString().ToLowerInvariant();
        return Diagnostic.Of<NeverAndGranted>(site.At(never), $"`{operation}` is never to happen, and a rule grants it")
            .WithLabel("contradicts a rule")
            .WithRelated(site.At(granted), "granted here")
            .WithHelp($"leave `{operation}` out of `never`, or out of the rule");
    }
}
