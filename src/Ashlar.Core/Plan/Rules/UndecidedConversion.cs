using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Types;

namespace Ashlar.Core.Plan.Rules;

/// <summary>A field has another type, and its values do not fit as they are.</summary>
internal sealed class UndecidedConversion : Rule
{
    public static Diagnostic At(Asked asked, ModelType before, ModelType after)
    {
        var name = KindNames.Short(asked.Path);
        return Diagnostic.Of<UndecidedConversion>(
                asked.Place.Location, $"`{name}` was `{TypeNames.Of(before)}` and is `{TypeNames.Of(after)}` now")
            .About(asked.Path.Path)
            .Mismatch(TypeNames.Of(before), TypeNames.Of(after))
            .WithLabel("its values do not fit as they are")
            .WithHelp($"say what they become: `convert {name} = VALUE because \"REASON\"` in a block `change {{ … }}`")
            .WithNote("a way back, for a migration that is undone, stands behind the value as `back VALUE`");
    }
}
