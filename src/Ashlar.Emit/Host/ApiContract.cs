using Ashlar.Core.Model;
using Ashlar.Core.Words;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Host;

/// <summary>What an API says of tokens, versions, members and refusals, where that is not the usual.</summary>
internal static class ApiContract
{
    /// <summary>The initializer behind `new Api(…)`; nothing where all is as usual.</summary>
    public static Code Of(Api api)
    {
        var version = Code.When(api.RowVersion != RowVersionUse.Required, () =>
            Code.Of($"RowVersion = RowVersion.{Ident.Of(api.RowVersion.ToString())}"));
        var members = Code.When(api.IgnoresUnknownMembers, () => Code.Of($"IgnoresUnknownMembers = true"));
        var tokens = Code.When(!api.Tokens.IsDefault, () => Code.Of($"Tokens = {Tokens(api.Tokens)}"));
        var origins = Code.When(!api.Origins.IsEmpty, () =>
            Code.Of($"Origins = [{Code.Join(api.Origins.Select(origin => Code.Of($"{Lit.Of(origin)}")), ", ")}]"));
        var parts = ((Code[])[version, members, origins, tokens]).Where(part => !part.IsEmpty).ToList();
        if (!api.Errors.IsDefault)
        {
            return Code.Of($$"""

                {
                    {{Code.Lines(parts.Append(Code.Of($"Errors = {Errors(api.Errors)}")).Select(part => Code.Of($"{part},")))}}
                }
                """);
        }

        return parts.Count == 0 ? Code.Empty : Code.Of($$""" { {{Code.Join(parts, ", ")}} }""");
    }

    /// <summary>`new TokenForm("Authorization", "Token") { Lifetime = TimeSpan.FromSeconds(60) }`.</summary>
    public static Code Tokens(TokenUse use)
    {
        var lifetime = use.Lifetime is { } time
            ? Code.Of($$""" { Lifetime = TimeSpan.FromSeconds({{(long)time.TotalSeconds}}) }""")
            : Code.Empty;
        return Code.Of($"new TokenForm({Lit.Of(use.Header)}, {Lit.Of(use.Scheme)}){lifetime}");
    }

    private static Code Errors(ErrorUse errors)
    {
        var body = errors.Body is { } value ? Part(value) : Code.Of($"null");
        return Code.Of($"""
            new ErrorForm(
                {Code.Join(errors.Refusals.Select(Answer).Prepend(body), ",\n")})
            """);
    }

    private static Code Answer(RefusalUse refusal)
    {
        var status = refusal.Status is { } number ? Code.Of($"Status = {number}") : Code.Empty;
        var message = refusal.Message is { } text ? Code.Of($"Message = {Lit.Of(text)}") : Code.Empty;
        var subject = refusal.Subject is { } name ? Code.Of($"Subject = {Lit.Of(name)}") : Code.Empty;
        return Code.Of($$"""new ErrorAnswer({{Lit.Of(refusal.Code)}}) { {{Code.Join([status, message, subject], ", ")}} }""");
    }

    private static Code Part(ErrorValue value) => value switch
    {
        ErrorObject nested => Code.Of($"ErrorPart.Object({Code.Join(nested.Members.Select(Member), ", ")})"),
        ErrorSubjects => Code.Of($"ErrorPart.Subjects"),
        ErrorFact fact => Code.Of($"ErrorPart.{Ident.Of(fact.Kind.ToString())}"),
        ErrorText text => Code.Of($"ErrorPart.Text({Lit.Of(text.Text)})"),
        _ => throw new InvalidOperationException($"no code for {value.GetType().Name}"),
    };

    private static Code Member(ErrorMember member) => Code.Of($"({Lit.Of(member.Name)}, {Part(member.Value)})");
}
