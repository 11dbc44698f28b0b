using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>A callback whose sender could not be told from anybody else, or whose deliveries not from each other.</summary>
internal sealed class CallbackForm : Rule
{
    /// <summary>In characters: what is shorter can be guessed by whoever has one signed request.</summary>
    public const int ShortestKey = 16;

    public static TimeSpan Shortest => TimeSpan.FromSeconds(1);

    public static TimeSpan Longest => TimeSpan.FromDays(1);

    public static bool IsHeader(string name) => name.Length is > 0 and <= 100
        && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    public static Diagnostic Method(Site site, NameSyntax method) =>
        Of(site, method, $"nothing is verified by `{method.Text}`").Suggest(method.Text, ["hmac"]);

    public static Diagnostic NoConfig(Site site, NameSyntax name, IEnumerable<string> known) =>
        Of(site, name, $"`{name.Text}` is no configuration of this module")
            .WithLabel("the key is a secret of a configuration, as in `Payments.callbackKey`")
            .Suggest(name.Text, known);

    public static Diagnostic NotASecret(Site site, NameSyntax name, ConfigElement config) =>
        Of(site, name, $"`{config.Name.Name}` has no secret `{name.Text}`")
            .WithRelated(config.NameLocation, "the configuration")
            .Suggest(
                name.Text,
                from slot in config.Keys.Slots where ConfigBinder.IsSecret(slot.Field.Type) select slot.Field.Name);

    public static Diagnostic Optional(Site site, NameSyntax name, ConfigElement config) =>
        Of(site, name, $"`{name.Text}` may be left out, and then nothing is verified")
            .WithRelated(config.NameLocation, "the configuration")
            .WithHelp("remove the `?` behind its type, or name a secret that is always set first");

    public static Diagnostic Short(Site site, NameSyntax name, FieldSlot slot)
    {
        var found = Of(site, name, $"`{name.Text}` may be so short that it can be guessed")
            .WithLabel($"a key has {ShortestKey} characters at least")
            .WithHelp($"write `min {ShortestKey}` behind its type");
        return slot is { Syntax.Type: { } type, Field.Constraints.MinLength: null }
            ? found.WithFix(Fix.Replace(
                FixSafety.Unsafe,
                slot.Site.At(type),
                $"{slot.Site.Source.Slice(type.Span)} min {ShortestKey}",
                $"write `min {ShortestKey}`"))
            : found;
    }

    public static Diagnostic Twice(Site site, QualifiedNameSyntax name) =>
        Of(site, name, "the same key is tried twice").WithHelp("remove one of the two");

    public static Diagnostic Header(Site site, TextSyntax text) =>
        Of(site, text, $"{site.Quote(text, "this")} is not the name of a header")
            .WithHelp("write letters, digits and dashes, as in `\"X-Signature\"`");

    public static Diagnostic SameHeader(Site site, TextSyntax text) =>
        Of(site, text, "one header carries the signature and the time").WithHelp("name the header with the time");

    public static Diagnostic Form(Site site, NameSyntax form) =>
        Of(site, form, $"no signature is written as `{form.Text}`").Suggest(form.Text, ["hex", "base64"]);

    public static Diagnostic Tolerance(Site site, SyntaxNode length) =>
        Of(site, length, "a signature is accepted for between a second and a day")
            .WithHelp("write a duration such as `5m`");

    public static Diagnostic UnknownInput(Site site, NameSyntax name, IEnumerable<string> known) =>
        Of(site, name, $"`{name.Text}` is no input of the action")
            .WithLabel("what the sender says of each delivery")
            .Suggest(name.Text, known);

    public static Diagnostic NotAnId(Site site, NameSyntax name) =>
        Of(site, name, $"`{name.Text}` does not tell one delivery from another")
            .WithHelp("name an input of the type `text`, `uuid`, `int` or `long` that is always there");

    public static Diagnostic Row(Site site, FieldSyntax input) =>
        Of(site, input.Name, $"nobody is there who may see the row that `{input.Name.Text}` names")
            .WithHelp("take the `uuid`, a number or a text, and find the row with `first(…)`");

    public static Diagnostic Changes(Site site, QualifiedNameSyntax entity) =>
        Of(site, entity, $"an outside service knows nothing of the fields of a `{entity.Name.Text}`, so it changes none")
            .WithHelp("take what it sends as inputs of their own, and set the fields");

    private static Diagnostic Of(Site site, SyntaxNode at, string message) => Diagnostic.Of<CallbackForm>(site.At(at), message);
}
