using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>Inputs that are like fields, or changes of a row, where they mean nothing.</summary>
internal sealed class ChangesForm : Rule
{
    public static Diagnostic Nothing(Location at) =>
        Diagnostic.Of<ChangesForm>(at, "the action takes no changes")
            .WithLabel("nothing to apply")
            .WithHelp("say which fields a request may change: `input changes of Book { title, price }`");

    public static Diagnostic OtherRow(Location at, EntityElement row, EntityElement changed) =>
        Diagnostic.Of<ChangesForm>(at, $"the changes are those of `{changed.Name.Name}`")
            .WithLabel($"a row of `{row.Name.Name}`")
            .WithRelated(changed.NameLocation, "declared here")
            .WithHelp($"name a row of `{changed.Name.Name}`");

    public static Diagnostic NeverApplied(Location at, FieldInputsSyntax node) =>
        Diagnostic.Of<ChangesForm>(at, $"no step applies the changes of `{node.Entity.Name.Text}`")
            .WithLabel("what a request says is lost")
            .WithHelp("write the step `apply changes to …`, or leave the input out");

    public static Diagnostic Rows(Location at, FieldSlot slot) =>
        Diagnostic.Of<ChangesForm>(at, $"`{slot.Field.Name}` is a list of rows, which no input carries")
            .WithLabel("a list of rows")
            .WithRelated(slot.Site.At(slot.Field.Origin.Span), "declared here")
            .WithHelp("leave it out, and write the rows by an action for one of them");

    public static Diagnostic RunByAction(Location at, ActionElement called) =>
        Diagnostic.Of<ChangesForm>(at, $"only a request leaves fields out, so no step runs `{called.Name.Name}`")
            .WithLabel("takes changes")
            .WithRelated(called.NameLocation, "declared here")
            .WithHelp("set the fields here: `set book.title = …`");
}
