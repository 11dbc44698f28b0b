using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A use of something that another module keeps to itself.</summary>
internal sealed class NotPublic : Rule
{
    public static Diagnostic At(Location at, Element found)
    {
        if (found is SlotElement slot)
        {
            return SlotCall.Elsewhere(at, slot);
        }

        var result = Diagnostic
            .Of<NotPublic>(at, $"`{found.Name}` is not public")
            .WithLabel($"only its own module `{found.Name.Module}` sees it")
            .WithRelated(found.NameLocation, "declared here");
        return found is EntityElement
            ? result.WithHelp("list in its `public { … }` the fields that other modules may read")
            : result
                .WithHelp("put `public` before its declaration")
                .WithFix(
                    Fix.Insert(
                        FixSafety.Unsafe,
                        found.Site.Source.Path,
                        found.Node.Span.Start,
                        "public ",
                        "let every module see it"));
    }

    public static Diagnostic Field(Location at, EntityElement entity, string field)
    {
        var result = Diagnostic
            .Of<NotPublic>(at, $"`{field}` is not among the public fields of `{entity.Name}`")
            .WithLabel($"only the module `{entity.Name.Module}` sees this field");
        return entity.Syntax.Members.OfType<PublicFieldsSyntax>().FirstOrDefault() is not { Fields: [.., var last] } member
            ? result
            : result
                .WithRelated(entity.Site.At(member), "the public fields")
                .WithHelp($"add `{field}` to them")
                .WithFix(
                    Fix.Insert(FixSafety.Unsafe, entity.Site.Source.Path, last.Span.End, $", {field}", "let every module read it")
                );
    }
}
