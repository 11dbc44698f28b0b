using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A password that is no input of the action, or one that may be weaker than the field allows.</summary>
internal sealed class PasswordSource : Rule
{
    private const int Shortest = 8;
    private const int Longest = 128;

    /// <summary>Whatever the input takes, the field takes.</summary>
    public static bool IsAsStrict(Constraints input, Constraints field) =>
        (input.MinLength ?? Shortest) >= (field.MinLength ?? Shortest)
        && (input.MaxLength ?? Longest) <= (field.MaxLength ?? Longest);

    public static Diagnostic NoInput(Location at, FieldSlot slot) =>
        Diagnostic.Of<PasswordSource>(at, $"`{slot.Field.Name}` is set to something that is no input")
            .WithLabel("a password is what somebody sends")
            .WithRelated(slot.Site.At(slot.Field.Origin.Span), "declared here")
            .WithHelp($"give the action an input `{slot.Field.Name}: password{BoundsOf(slot)}`, and write its name");

    public static Diagnostic Looser(Location at, string input, FieldSlot slot) =>
        Diagnostic.Of<PasswordSource>(at, $"`{input}` takes passwords that `{slot.Field.Name}` does not")
            .WithLabel("may be too short or too long")
            .WithRelated(slot.Site.At(slot.Field.Origin.Span), "declared here")
            .WithHelp($"write `{input}: password{BoundsOf(slot)}` among the inputs");

    public static Diagnostic OfAttempt(Location at) =>
        Diagnostic.Of<PasswordSource>(at, "the password to check is no input")
            .WithLabel("a password is what somebody sends")
            .WithHelp("name an input of the type `password` or `text`");

    private static string BoundsOf(FieldSlot slot)
    {
        var bounds = slot.Field.Constraints;
        return (bounds.MinLength is { } least ? $" min {least}" : "") + (bounds.MaxLength is { } most ? $" max {most}" : "");
    }
}
