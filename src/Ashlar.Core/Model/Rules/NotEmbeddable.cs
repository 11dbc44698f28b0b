using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A field embedded in a reply that is no row.</summary>
internal sealed class NotEmbeddable : Rule
{
    public static Diagnostic At(Location at, string field, ModelType type) =>
        Diagnostic.Of<NotEmbeddable>(at, $"`{field}` is {Article.Of(TypeNames.Of(type))}, which is in the reply anyway")
            .WithLabel("not a reference or a collection")
            .WithHelp("name references and collections only");
}
