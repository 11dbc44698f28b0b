using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A search of an entity that does not say what is searched.</summary>
internal sealed class SearchNotDeclared : Rule
{
    public static Diagnostic At(Location at, EntityElement entity) =>
        Diagnostic.Of<SearchNotDeclared>(at, $"`{entity.Name.Name}` does not say what `search` looks through")
            .WithLabel("nothing to look through")
            .WithRelated(entity.NameLocation, "has no `search`")
            .WithHelp($"list text fields after `search` in `{entity.Name.Name}`");
}
