using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>An expression that reads more than its place allows.</summary>
internal sealed class OutsideOwnRow : Rule
{
    public static Diagnostic At(Site site, Location at, Reads read, Place place) =>
        Diagnostic.Of<OutsideOwnRow>(at, $"{place.Name} reads {Name(read)}").WithLabel(Reason(place)).WithHelp(Help(read, place));

    private static string Name(Reads read) =>
        read switch
        {
            Reads.Caller => "the caller",
            Reads.Clock => "the time",
            Reads.References => "a row that it refers to",
            Reads.OtherRows => "other rows",
            Reads.OwnLists => "a list",
            Reads.Old => "the row before the change",
            _ => "the row",
        };

    private static string Reason(Place place) =>
        place == Place.Check || place == Place.Computed ? "only the row itself and its owned lists are in sight"
        : place == Place.Partial || place == Place.Search ? "only the columns of the row are in sight"
        : place == Place.Outcome ? "nobody asks it"
        : "not known when the value is made";

    private static string Help(Reads read, Place place) =>
        (read, place) switch
        {
            (Reads.References, _) when place == Place.Check || place == Place.Computed =>
                "keep a copy of the value in this row, set by its default",
            _ when place == Place.Check => "check it where rows are written, with a condition in `access`",
            _ when place == Place.Computed => "compute it in a shape, which may read everything",
            _ => "let it depend on less",
        };
}
