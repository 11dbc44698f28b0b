using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A field of a value type that is neither a scalar nor an enum.</summary>
internal sealed class ValueFieldType : Rule
{
    public static Diagnostic At(Location at, string field, ModelType type) =>
        Diagnostic.Of<ValueFieldType>(
            at,
            $"`{field}` of a value type is {Article.Of(TypeNames.Of(type))}, not a scalar or an enum")
            .WithLabel("a value is stored within a row and has plain fields only")
            .WithHelp("make it an entity, or move this field to the entity that has the value");
}
