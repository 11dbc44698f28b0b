using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Words;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>Tokens in a header that is none, of sessions without a length, or in another form than in another api.</summary>
internal sealed class TokenForm : ModelRule
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3650);

    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        var written = facts.Model.Apis.Where(api => !api.Tokens.IsDefault).ToList();
        foreach (var api in written)
        {
            if (Problem(api) is var (claim, label, help))
            {
                report.Add(At(api.Tokens.Origin, claim).WithLabel(label).WithHelp(help).About($"{api.Name}"));
            }
            else if (facts.Model.Apis.FirstOrDefault(other => IsOther(other, api)) is { } other)
            {
                report.Add(At(api.Tokens.Origin, $"`{api.Name.Name}` takes other tokens than `{other.Name.Name}`")
                    .WithLabel("a session is one of the whole system")
                    .WithRelated(other.Origin.Location, "the other api")
                    .WithHelp("write the same `tokens` in each api that people sign in to")
                    .About($"{api.Name}"));
            }
        }
    }

    private static (string Claim, string Label, string Help)? Problem(Api api) =>
        api.SignIn is not { Kind: SignInKind.Password }
            ? ("nobody has a token for this api", "needs sessions", "write `sign in with password`, or leave the line out")
        : !IsWord(api.Tokens.Header)
            ? ("the header of the tokens has no proper name", "not the name of a header", "write letters, digits and dashes")
        : api.Tokens.Scheme.Length > 0 && !IsWord(api.Tokens.Scheme)
            ? ("the scheme of the tokens is no word", "not one word", "write letters, digits and dashes")
        : api.Tokens.Lifetime is { } time && (time <= TimeSpan.Zero || time > Longest)
            ? ("a session lasts for no proper time", "not a time up to ten years", "write a time such as `60d`")
        : null;

    private static bool IsOther(Api other, Api api) =>
        other.SignIn is { Kind: SignInKind.Password } && other.Tokens with { Origin = api.Tokens.Origin } != api.Tokens;

    private static bool IsWord(string text) =>
        text.Length > 0 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
