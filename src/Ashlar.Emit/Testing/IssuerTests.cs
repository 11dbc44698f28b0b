using Ashlar.Core.Model;
using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Testing;

/// <summary>`TokenTests.cs`: the tokens of an issuer that count, and those that do not.</summary>
internal static class IssuerTests
{
    public static IEnumerable<EmittedFile> Emit(Emission emission)
    {
        var list = emission.Operations.FirstOrDefault(operation => operation.Kind == EndpointKind.List);
        if (emission.HasIssuer && list is not null && emission.Stage.World.Actors is [var actor, ..])
        {
            yield return Generated($"{Folders.Tests(emission)}/TokenTests.cs", Content(emission, list.Path, actor.Name));
        }
    }

    private static Code Content(Emission emission, string path, string actor) => Code.Of($$"""
        {{Header.OfSystem(emission.Model)}}
        using Microsoft.IdentityModel.Tokens;

        namespace {{emission.Tests}};

        /// <summary>Which tokens of the issuer count.</summary>
        public sealed class TokenTests(RunningSystem system) : IClassFixture<RunningSystem>
        {
            private static readonly string Somebody = World.NameOf({{Lit.Of(actor)}});

            private static readonly Dictionary<string, Action<SecurityTokenDescriptor>> Changes = new()
            {
                ["expired"] = token => token.Expires = DateTime.UtcNow.AddMinutes(-2),
                ["without an end"] = token => token.Expires = null,
                ["of another issuer"] = token => token.Issuer = "https://elsewhere.example",
                ["for another audience"] = token => token.Audience = "elsewhere",
                ["signed with another key"] =
                    token => token.SigningCredentials = new(TestIssuer.NewKey(), SecurityAlgorithms.RsaSha256),
                ["not signed"] = token => token.SigningCredentials = null,
            };

            public static TheoryData<string> WhatIsWrong => [.. Changes.Keys];

            [Fact]
            public Task A_good_token_counts() => system.OnEachAsync(async running =>
                (await running.GetWithTokenAsync(RunningSystem.Issuer.TokenOf(Somebody), {{Lit.Of(path)}})).Expect(200));

            [Theory]
            [MemberData(nameof(WhatIsWrong))]
            public Task A_token_that_is_refused(string wrong) => Refused(RunningSystem.Issuer.TokenOf(Somebody, Changes[wrong]));

            [Fact]
            public Task A_token_of_somebody_without_an_account_is_refused() =>
                Refused(RunningSystem.Issuer.TokenOf("nobody@example.org"));

            private Task Refused(string token) => system.OnEachAsync(async running =>
                (await running.GetWithTokenAsync(token, {{Lit.Of(path)}})).Expect(401, "token-refused"));
        }
        """);
}
