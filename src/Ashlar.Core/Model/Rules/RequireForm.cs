using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A requirement whose refusal has no proper name or says nothing.</summary>
internal sealed class RequireForm : Rule
{
    public static Diagnostic Lower(Location at, string name) =>
        Diagnostic.Of<RequireForm>(at, $"`{name}` is the name of a refusal, which begins with a capital letter")
            .WithLabel("the code of the problem")
            .WithHelp("write its first letter as a capital")
            .WithFix(Fix.Replace(FixSafety.Safe, at, Spelling.Pascal(name), $"write `{Spelling.Pascal(name)}`"));

    public static Diagnostic Silent(Location at, string name) =>
        Diagnostic.Of<RequireForm>(at, $"`{name}` refuses without a word")
            .WithLabel("has no message")
            .WithHelp("say in the text behind the name what is wrong");
}
