using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A reply that names something else than its row.</summary>
internal sealed class ReplySource : Rule
{
    public static Diagnostic At(Location at, string actual, string expected) =>
        Diagnostic.Of<ReplySource>(at, $"the reply is of `{expected}`, not of `{actual}`")
            .WithLabel("nothing has this name here")
            .WithHelp("name what is replied after `of`")
            .WithFix(Fix.Replace(FixSafety.Safe, at, expected, $"write `{expected}`"));
}
