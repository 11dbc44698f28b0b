using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>A slot that asks for what it cannot be given.</summary>
internal sealed class SlotCapability : Rule
{
    public static Diagnostic WithoutEffect(Site site, CapabilitySyntax node) =>
        Of(site, node, $"`{site.Symbol.Split('.')[^1]}` has no effects, and so nothing but its inputs")
            .WithLabel("would make it give something else elsewhere")
            .WithHelp("give the value as an input, or say what effect the slot has");

    public static Diagnostic UnknownKind(Site site, CapabilitySyntax node) =>
        Of(site, node.Kind, $"`{node.Kind.Text}` is nothing that a slot can do")
            .WithHelp("write `http CONFIG.SETTING` or `config CONFIG`");

    public static Diagnostic NoConfig(Site site, NameSyntax name, IEnumerable<string> known) =>
        Diagnostic.Of<SlotCapability>(site.At(name), $"`{name.Text}` is no configuration of this module")
            .Suggest(name.Text, known);

    public static Diagnostic NotAnAddress(Site site, CapabilitySyntax node, ConfigElement config) =>
        Of(site, node, "requests go to an address that a setting holds")
            .WithLabel("names no setting of the type `url` that is always there")
            .WithRelated(config.NameLocation, "the configuration")
            .WithHelp("name the setting, as in `http Payments.baseUrl`");

    public static Diagnostic KeyOfSettings(Site site, CapabilitySyntax node) =>
        Of(site, node, "a slot gets the values of a whole configuration")
            .WithHelp("remove the dot and the name behind it");

    public static Diagnostic Twice(Site site, CapabilitySyntax node) =>
        Of(site, node, "the slot can do that already").WithHelp("remove one of the two");

    private static Diagnostic Of(Site site, SyntaxNode at, string message) =>
        Diagnostic.Of<SlotCapability>(site.At(at), message);
}
