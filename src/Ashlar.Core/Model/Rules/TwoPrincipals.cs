using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A second entity that signs in.</summary>
internal sealed class TwoPrincipals : Rule
{
    public static Diagnostic At(Location at, string second, string first, Location firstAt) =>
        Diagnostic.Of<TwoPrincipals>(at, $"`{second}` is a second principal beside `{first}`")
            .WithLabel("the people who sign in are rows of one entity")
            .WithRelated(firstAt, "the first")
            .WithHelp("keep `principal` at one of the two and tell kinds of people apart by roles");
}
