using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>A workflow that leaves out what it has to say, or says it in another form.</summary>
internal sealed class WorkflowForm : Rule
{
    /// <summary>Values of the type are equal where they are written equally.</summary>
    public static bool IsKey(ModelType type) => type is ReferenceType or EnumType or ScalarType
    {
        Scalar: Scalar.Text or Scalar.Email or Scalar.Url or Scalar.Uuid or Scalar.Int or Scalar.Long or Scalar.Date,
    };

    public static Diagnostic Without(Site site, NameSyntax name, string word, string help) =>
        Of(site, name, $"the workflow `{name.Text}` has no `{word}`").WithHelp(help);

    public static Diagnostic SecondStart(Site site, SyntaxNode second, SyntaxNode first) =>
        Of(site, second, "a workflow starts on one event")
            .WithLabel("second event")
            .WithRelated(site.At(first), "first event")
            .WithHelp("let an action on the second event emit the first one");

    public static Diagnostic Runner(Site site, NameSyntax name) =>
        Of(site, name, $"`{name.Text}` runs no workflow")
            .WithHelp("write `as system`: its steps have no caller");

    public static Diagnostic Again(Site site, NameSyntax word) =>
        Of(site, word, $"`{word.Text}` says nothing of a second start")
            .WithHelp("write `again joins`, `again refused` or `again replaces`");

    public static Diagnostic Key(Site site, SyntaxNode node) =>
        Of(site, node, "the key of a workflow is one value of the event that starts it")
            .WithLabel("no value that the event always has")
            .WithHelp("name a reference, a text or a whole number of the event");

    private static Diagnostic Of(Site site, SyntaxNode at, string message) =>
        Diagnostic.Of<WorkflowForm>(site.At(at), message);
}
