using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>A slot that leaves out what it has to say, or says it in another form.</summary>
internal sealed class SlotForm : Rule
{
    public static Diagnostic WithoutOutput(Site site, SlotSyntax node) =>
        Of(site, node.Name, $"`{node.Name.Text}` gives nothing")
            .WithLabel("has no `output`")
            .WithHelp("write what it gives, as in `output decimal(12, 2)` or `output { total: decimal(12, 2) }`");

    public static Diagnostic WithoutEffect(Site site, SlotSyntax node) =>
        Of(site, node.Name, $"`{node.Name.Text}` says nothing of its effects")
            .WithLabel("has no `effect`")
            .WithHelp("write `effect none` where the code gives the same for the same inputs")
            .WithNote("code that reaches outside has `effect idempotent`, `reconcile by …` or `once`");

    public static Diagnostic WithoutTimeout(Site site, SlotSyntax node) =>
        Of(site, node.Name, $"`{node.Name.Text}` reaches outside without a time limit")
            .WithLabel("has no `timeout`")
            .WithHelp("write the longest time that a call may take, as in `timeout 10s`");

    public static Diagnostic UnknownEffect(Site site, NameSyntax effect) =>
        Of(site, effect, $"`{effect.Text}` is no effect of a slot")
            .WithHelp("write `effect none`, `effect idempotent`, `effect reconcile by …` or `effect once`");

    public static Diagnostic Timeout(Site site, SyntaxNode at, int mostSeconds) =>
        Of(site, at, $"a call of a slot takes between 1 and {mostSeconds} seconds")
            .WithLabel("the longest time that a call may take")
            .WithHelp("write a duration, as in `timeout 2s`");

    public static Diagnostic LowerFailure(Site site, NameSyntax name) =>
        Of(site, name, $"`{name.Text}` names a failure, which begins with a capital")
            .WithHelp("write the name with a capital");

    public static Diagnostic TakenFailure(Site site, NameSyntax name) =>
        Of(site, name, "`Ok` is what a slot answers when it does not fail")
            .WithHelp("choose another name");

    public static Diagnostic Silent(Site site, TextSyntax message, string name) =>
        Of(site, message, $"`{name}` has no message")
            .WithHelp("say in a sentence what is wrong, for whoever asked");

    private static Diagnostic Of(Site site, SyntaxNode at, string message) => Diagnostic.Of<SlotForm>(site.At(at), message);
}
