using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A value of a sample or of a given row in another form than its field takes.</summary>
internal sealed class SampleForm : Rule
{
    public static Diagnostic Rows(Location at, string entity) =>
        Of(at, $"rows of `{entity}` are written as `[{{ … }}, {{ … }}]`")
            .WithHelp("write each row in braces, all of them in square brackets");

    public static Diagnostic Links(Location at, string entity) =>
        Of(at, $"a set of `{entity}` rows is written as `[a, b]`").WithHelp("write the names of rows in square brackets");

    public static Diagnostic Reference(Location at, string entity) =>
        Of(at, $"{Article.Of(entity)} is given by the name of a row")
            .WithHelp("give the other row a name, and write that name here");

    private static Diagnostic Of(Location at, string message) => Diagnostic.Of<SampleForm>(at, message).WithLabel("another form");
}
