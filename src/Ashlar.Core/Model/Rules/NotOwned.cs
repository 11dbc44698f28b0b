using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A list written with its row that the row does not own.</summary>
internal sealed class NotOwned : Rule
{
    public static Diagnostic At(Location at, string field) =>
        Diagnostic.Of<NotOwned>(at, $"`{field}` is not an owned list")
            .WithLabel("only owned rows are written with their owner")
            .WithHelp("name an `owned` list");
}
