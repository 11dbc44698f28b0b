using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>An inverse that names a field which does not point here.</summary>
internal sealed class InverseElsewhere : Rule
{
    public static Diagnostic At(Site site, InverseSyntax word, string target, string entity, IEnumerable<string> pointing)
    {
        var names = pointing.ToList();
        var at = site.At(word.Field);
        var found = Diagnostic.Of<InverseElsewhere>(
            at,
            $"`{word.Field.Text}` of `{target}` does not point to {Article.Of(entity)}")
            .WithLabel("not a reference or linked list that points here");
        return names.Count == 0
            ? found.WithHelp($"add a reference to `{entity}` in `{target}`")
            : names.Aggregate(found.WithHelp($"name {Listing.Or(names)}"), (result, name) => result.WithFix(
                Fix.Replace(names.Count == 1 ? FixSafety.Safe : FixSafety.Unsafe, at, name, $"read `{name}` backwards")));
    }
}
