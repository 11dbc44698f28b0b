using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>A field list for deleting, which takes the whole row.</summary>
internal sealed class DeleteTakesNoFields : Rule
{
    public static Diagnostic At(Site site, AccessRuleSyntax rule, IReadOnlyList<NameSyntax> fields)
    {
        var at = fields is [var first, ..] ? site.At(first.Span.To(fields[^1].Span)) : site.At(rule);
        return Diagnostic.Of<DeleteTakesNoFields>(at, "a row is deleted whole, so `delete` takes no fields")
            .WithLabel("fields of a row that goes")
            .WithHelp("leave the braces out");
    }
}
