using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>A place that reads a setting and would mean something else wherever the system is installed.</summary>
internal sealed class SettingNotReadable : Rule
{
    public static Diagnostic At(Site site, SyntaxNode node, ConfigElement config) =>
        Diagnostic.Of<SettingNotReadable>(site.At(node), $"a setting of `{config.Name.Name}` is read here")
            .WithLabel("would mean something else wherever the system is installed")
            .WithRelated(config.NameLocation, "declared here")
            .WithHelp("read it in an action, with a name before it: `let … = …`");

    public static Diagnostic Secret(Site site, SyntaxNode node, ConfigElement config) =>
        Diagnostic.Of<SettingNotReadable>(site.At(node), $"a secret of `{config.Name.Name}` is read here")
            .WithLabel("no expression reads a secret: it could end up in a row or an answer")
            .WithRelated(config.NameLocation, "declared here")
            .WithHelp("let a slot use it, which has `effect idempotent` or another effect");
}
