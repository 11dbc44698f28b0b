using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>Elements before any module line in a system that has modules.</summary>
internal sealed class MissingModule : Rule
{
    public static Diagnostic At(Location at, DeclarationSyntax node, IEnumerable<string> modules)
    {
        var found = Diagnostic.Of<MissingModule>(at, $"`{node.Name.Text}` belongs to no module")
            .WithLabel("no `module` line stands before it in this file")
            .WithHelp("name its module before it");
        var names = modules.Order(StringComparer.Ordinal).Take(3).ToList();
        var safety = names.Count == 1 ? FixSafety.Safe : FixSafety.Unsafe;
        return names.Aggregate(found, (result, name) => result.WithFix(
            Fix.Insert(safety, at.Path, node.Span.Start, $"module {name}\n\n", $"put it into `{name}`")));
    }
}
