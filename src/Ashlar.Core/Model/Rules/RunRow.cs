using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>An action offered on a row that it does not take, or takes more than once.</summary>
internal sealed class RunRow : Rule
{
    public static Diagnostic At(Location at, ActionElement action, EntityElement entity, IReadOnlyList<FieldSlot> rows)
    {
        var message = rows.Count == 0
            ? $"`{action.Name.Name}` takes no `{entity.Name.Name}`, so the row of the path means nothing to it"
            : $"`{action.Name.Name}` takes {rows.Count} rows of `{entity.Name.Name}`, and the path names one";
        var found = Diagnostic.Of<RunRow>(at, message)
            .WithLabel($"offered on one row of `{entity.Name.Name}`")
            .WithHelp("offer it in the api itself, outside of the entity, where the body names all rows");
        return rows.Aggregate(found, (result, row) => result.WithRelated(row.Site.At(row.Field.Origin.Span), "an input"));
    }
}
