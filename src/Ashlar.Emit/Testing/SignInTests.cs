using Ashlar.Core.Model;
using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Testing;

/// <summary>`SignInTests.cs`.</summary>
internal static class SignInTests
{
    public static IEnumerable<EmittedFile> Emit(Emission emission)
    {
        var api = emission.Model.Apis.FirstOrDefault(api => api.SignIn is { Kind: SignInKind.Password });
        if (api is null || emission.Stage.World.Actors is not [var actor, ..] || Login(emission.Model.Principal) is not { } login)
        {
            yield break;
        }

        var name = actor.Row?[login.Name] as string ?? "";
        yield return Generated($"{Folders.Tests(emission)}/SignInTests.cs", Content(emission, api, login, name));
    }

    private static Field? Login(Entity? principal) => principal?.Fields.FirstOrDefault(OpenApi.SessionPaths.IsLogin);

    private static Code Content(Emission emission, Api api, Field login, string name) => Code.Of($$"""
        {{Header.OfSystem(emission.Model)}}
        using System.Text.Json.Nodes;

        namespace {{emission.Tests}};

        /// <summary>Who may start a session, and that nobody learns more from a refusal.</summary>
        public sealed class SignInTests(RunningSystem system) : IClassFixture<RunningSystem>
        {
            private const string Path = {{Lit.Of(api.Path + "/sign-in")}};

            [Fact]
            public Task The_right_password_starts_a_session() => RunningSystem.OnFreshAsync(async running =>
            {
                var reply = await running.PostAsync("nobody", Path, Body({{Lit.Of(name)}}, World.Password));
                reply.Expect(200).ExpectMembers("token", "expires", "account");
            });

            [Fact]
            public Task A_wrong_password_and_an_unknown_name_are_refused_alike() => system.OnEachAsync(async running =>
            {
                var wrong = await running.PostAsync("nobody", Path, Body({{Lit.Of(name)}}, "some other words"));
                var unknown = await running.PostAsync("nobody", Path, Body("nobody@example.org", "some other words"));
                wrong.Expect(401, "bad-credentials");
                unknown.Expect(401, "bad-credentials");
                {{Alike(api)}}
            });

            [Fact]
            public Task Whoever_goes_on_guessing_has_to_wait() => RunningSystem.OnFreshAsync(async running =>
            {
                for (var i = 0; i < 5; i++)
                {
                    await running.PostAsync("nobody", Path, Body({{Lit.Of(name)}}, "some other words"));
                }

                (await running.PostAsync("nobody", Path, Body({{Lit.Of(name)}}, World.Password))).Expect(429, "too-many");
            });

            [Fact]
            public Task A_token_that_nobody_has_is_refused() => system.OnEachAsync(async running =>
                (await running.PostAsync("somebody unknown", {{Lit.Of(api.Path + "/sign-out")}}, "{}")).Expect(401, "token-refused"));

            private static string Body(string name, string password) =>
                new JsonObject { [{{Lit.Of(login.Name)}}] = name, ["password"] = password }.ToJsonString();
        }
        """);

    // A problem document names its trace, which tells nothing.
    private static Code Alike(Api api) => api.Errors.Body is null
        ? Code.Of($"""
            Assert.Equal(wrong.Json?.GetProperty("title").GetString(), unknown.Json?.GetProperty("title").GetString());
            """)
        : Code.Of($"Assert.Equal(wrong.Body, unknown.Body);");
}
