using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Model.Workflows;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>A step that calls a slot and leaves something of it open, or calls what is none.</summary>
internal sealed class CallForm : Rule
{
    public static Diagnostic OfAction(Site site, SyntaxNode at, ActionElement called) =>
        Of(site, at, $"`{called.Name.Name}` is an action, which is a part of a transaction")
            .WithRelated(called.NameLocation, "declared here")
            .WithHelp("run it within `do { … }`; a step itself runs a slot that has effects");

    public static Diagnostic WithoutEffect(Site site, SyntaxNode at, SlotElement called) =>
        Of(site, at, $"`{called.Name.Name}` has no effects, so that it needs no step of its own")
            .WithRelated(called.NameLocation, "declared here")
            .WithHelp("run it within `do { … }`, where its value is used");

    public static Diagnostic Computed(Site site, SyntaxNode at) =>
        Of(site, at, "what a call is given is the same each time, and this is worked out anew")
            .WithLabel("no constant, and no value that the instance carries")
            .WithHelp("name it in a step before, as in `do { let amount = … }`, and give the name");

    public static Diagnostic WithoutRetry(Site site, SyntaxNode at, SlotElement called) =>
        Of(site, at, $"nothing says how often `{called.Name.Name}` is tried")
            .WithHelp("add a line such as `retry 5 within 2h`; `retry 1 within 1m` tries it once");

    public static Diagnostic UselessRetry(Site site, SyntaxNode at, SlotElement called) =>
        Of(site, at, $"`{called.Name.Name}` is never tried again")
            .WithLabel("it is called once, and none of its failures is `transient`")
            .WithHelp("remove the line, or say where the slot is declared which of its failures is transient");

    public static Diagnostic Tries(Site site, SyntaxNode at) =>
        Of(site, at, $"a call is tried between 1 and {RetryRule.MostTries} times")
            .WithHelp("write a number, as in `retry 5 within 2h`");

    public static Diagnostic UnknownFailure(Site site, NameSyntax name, SlotElement called, IEnumerable<string> known) =>
        Of(site, name, $"`{called.Name.Name}` does not fail with `{name.Text}`")
            .WithRelated(called.NameLocation, "declared here")
            .Suggest(name.Text, known);

    public static Diagnostic Transient(Site site, NameSyntax name) =>
        Of(site, name, $"`{name.Text}` passes, so that the call is tried again")
            .WithLabel("never taken")
            .WithHelp("write `on failed go` and a step: there it goes when the tries are used up");

    public static Diagnostic NeverFailed(Site site, NameSyntax name, SlotElement called) =>
        Of(site, name, $"nobody learns that `{called.Name.Name}` was not done but from the failures that it names")
            .WithLabel("never taken")
            .WithHelp("leave it out: `on unknown` is where it goes when nothing is known");

    public static Diagnostic WithoutFailure(Site site, SyntaxNode at, string failure) =>
        Of(site, at, $"nothing says where it goes on `{failure}`")
            .WithHelp($"add a line such as `on {failure} go GiveUp`");

    public static Diagnostic WithoutFailed(Site site, SyntaxNode at) =>
        Of(site, at, "nothing says where it goes when the tries are used up")
            .WithHelp("add a line such as `on failed go GiveUp`");

    public static Diagnostic WithoutUnknown(Site site, SyntaxNode at) =>
        Of(site, at, "nothing says where it goes when nobody knows whether the call was done")
            .WithHelp("add a line such as `on unknown go Look`, with a task for a person");

    public static Diagnostic UndoBeside(Site site, SyntaxNode at) =>
        Of(site, at, "`undo all` stands alone or before a `do`")
            .WithLabel("would begin before everything is taken back")
            .WithHelp("give it a step of its own");

    private static Diagnostic Of(Site site, SyntaxNode at, string message) => Diagnostic.Of<CallForm>(site.At(at), message);
}
