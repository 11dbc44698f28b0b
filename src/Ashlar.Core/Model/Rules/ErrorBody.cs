using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A value that no refusal has, or one that stands where it cannot.</summary>
internal sealed class ErrorBody : Rule
{
    private static readonly string[] Words = ["code", "message", "status"];

    public static Diagnostic Unknown(Location at, string word) =>
        Diagnostic.Of<ErrorBody>(at, $"a refusal has no `{word}`")
            .WithLabel("not something that a refusal says")
            .Suggest(word, Words);

    public static Diagnostic Alone(Location at) =>
        Diagnostic.Of<ErrorBody>(at, "messages stand under their subjects")
            .WithLabel("of which subject")
            .WithHelp("write an object, `{ \"{subject}\": messages }`, or one `message`");

    public static Diagnostic NoSubject(Location at) =>
        Diagnostic.Of<ErrorBody>(at, "a member with a varying name is called `\"{subject}\"`")
            .WithLabel("not the subject")
            .WithHelp("write `\"{subject}\": messages`, or a plain name");

    public static Diagnostic NoMessages(Location at) =>
        Diagnostic.Of<ErrorBody>(at, "a subject has its messages and nothing else")
            .WithLabel("not messages")
            .WithHelp("write `\"{subject}\": messages`");

    public static Diagnostic Beside(Location at) =>
        Diagnostic.Of<ErrorBody>(at, "subjects have their object for themselves")
            .WithLabel("stands beside them")
            .WithHelp("put them into an object of their own, because a subject may have any name");
}
