using System.Text.Encodings.Web;
using System.Text.Json;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;

namespace Ashlar.Tool.Serving;

/// <summary>Three commands that show a person what a running system does, made from its own model and sample rows.</summary>
internal static class TryOut
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<string> Of(SystemModel model, string url)
    {
        var lists = model.Apis.SelectMany(api => api.Exposes
                .Select(expose => (Expose: expose, List: expose.Endpoint(EndpointKind.List)))
                .Where(item => item.List is { } list && !list.Address.Keys.Any())
                .Select(item => new ExposedList(
                    api, url, item.List?.Address.Path ?? "",
                    item.List?.Only?.IsToSignedIn != true && IsOpen(model, item.Expose), HasSignIn(api))))
            .ToList();
        var open = lists.Find(list => list.IsOpen);
        var first = open is null ? $"curl {url}/openapi.json" : $"curl {open.Address}";
        return lists.Find(list => !list.IsOpen && list.HasSignIn) is { } closed && Credentials(model) is { } credentials
            ? [first, .. SignedIn(closed, credentials)]
            : [first, $"curl {url}/health/ready", $"curl -i {url}/nowhere"];
    }

    private static IEnumerable<string> SignedIn(ExposedList list, string credentials)
    {
        var tokens = list.Api.Tokens;
        var signIn = $"curl -s {list.Url}{list.Api.Path}/sign-in -H 'content-type: application/json' -d {Quote(credentials)}";
        yield return $"TOKEN=$({signIn} | sed 's/.*\"token\":\"\\([^\"]*\\).*/\\1/')";
        yield return $"curl {list.Address} -H \"{tokens.Header.ToLowerInvariant()}: {$"{tokens.Scheme} ".TrimStart()}$TOKEN\"";
    }

    private static bool HasSignIn(Api api) => api.SignIn is { Kind: SignInKind.Password };

    private static bool IsOpen(SystemModel model, Expose expose) =>
        model.Entities.Single(entity => entity.Name == expose.Entity).Access.Rules.Any(rule =>
            rule.Operations.Contains(Operation.Read) && rule.Audience.Kind == AudienceKind.Anyone);

    /// <summary>The sign-in of a sample account, one with a role where there is one.</summary>
    private static string? Credentials(SystemModel model)
    {
        var fields = model.Principal?.Fields.Where(IsCredential).Select(field => field.Name).ToList() ?? [];
        var account = model.Samples.Where(sample => sample.Entity == model.Principal?.Name).MaxBy(sample => sample.Roles.Count);
        var values = account?.Values.Where(value => fields.Contains(value.Field)).ToDictionary(value => value.Field, TextOf);
        return values is { Count: > 1 } ? JsonSerializer.Serialize(values, Plain) : null;
    }

    private static bool IsCredential(Field field) => field.Type is ScalarType { Scalar: Scalar.Password }
        || (field.IsUnique && field.Type is ScalarType { Scalar: Scalar.Email });

    private static string TextOf(SampleValue value) =>
        value.Content is SampleConstant { Value: Literal { Value: string text } } ? text : "";

    private static string Quote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private sealed record ExposedList(Api Api, string Url, string Path, bool IsOpen, bool HasSignIn)
    {
        public string Address => Url + Api.Path + Path;
    }
}
