using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>An element of a module that the own module does not use.</summary>
internal sealed class ModuleNotUsed : Rule
{
    public static Diagnostic At(Site site, QualifiedNameSyntax name, ElementName found)
    {
        var result = Diagnostic
            .Of<ModuleNotUsed>(site.At(name), $"module `{site.Module.Name}` does not use `{found.Module}`")
            .WithLabel($"an element of `{found.Module}`")
            .WithHelp($"say that it does: `uses {found.Module}`");
        return site.ModuleLine is { } line ? result.WithFix(FixOf(site, line, name, found)) : result;
    }

    private static Fix FixOf(Site site, ModuleSyntax line, QualifiedNameSyntax name, ElementName found)
    {
        var path = site.Source.Path;
        var uses = line.Uses is [.., var last]
            ? new TextEdit(path, new TextSpan(last.Span.End, 0), $", {found.Module}")
            : new TextEdit(path, new TextSpan(line.Name.Span.End, 0), $" uses {found.Module}");
        ValueList<TextEdit> edits = name.Qualifier is null
            ? [uses, new TextEdit(path, new TextSpan(name.Span.Start, 0), found.Module + ".")]
            : [uses];
        return new Fix(FixSafety.Safe, $"let `{site.Module.Name}` use `{found.Module}`", edits);
    }
}
