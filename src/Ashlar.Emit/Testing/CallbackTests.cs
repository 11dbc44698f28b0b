using System.Text.Json.Nodes;
using Ashlar.Core.Model;
using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Testing;

/// <summary>`PaymentSettledTests.cs`: what outside services may send, and what nobody else gets in with.</summary>
internal static class CallbackTests
{
    private static readonly Ident Good = Ident.Of("Good");

    public static IEnumerable<EmittedFile> Emit(Emission emission)
    {
        foreach (var action in emission.Model.Actions)
        {
            if (action.Callback is { } callback && BodyOf(emission, action) is { } good)
            {
                yield return File(emission, action, callback, good);
            }
        }
    }

    /// <summary>The plainest values of the inputs; null where an input has none.</summary>
    private static JsonObject? BodyOf(Emission emission, ActionDefinition action)
    {
        var candidates = new Candidates(emission.Stage.World);
        var body = new JsonObject();
        foreach (var input in action.Inputs.Where(input => !input.IsOptional))
        {
            if (candidates.Of(input, 1) is not [{ } value, ..])
            {
                return null;
            }

            body[input.Name] = JsonForm.Of(input.Type, value);
        }

        return body;
    }

    private static EmittedFile File(Emission emission, ActionDefinition action, Callback callback, JsonObject good)
    {
        var name = Ident.Of(Names.Type(action.Name).Text + "Tests");
        return Generated(
            $"{Folders.Tests(emission)}/{action.Name.Module}/{name}.cs",
            Code.Of($$"""
                {{Header.Of("action", action.Name)}}
                namespace {{emission.Tests.Member(Ident.Of(action.Name.Module))}};

                /// <summary>What <c>POST {{Prose.Xml(callback.Path)}}</c> accepts and refuses.</summary>
                public sealed class {{name}}(RunningSystem system) : IClassFixture<RunningSystem>
                {
                    {{Code.Blocks(Members(emission, action, callback, good))}}
                }
                """));
    }

    private static IEnumerable<Code> Members(Emission emission, ActionDefinition action, Callback callback, JsonObject good)
    {
        yield return TestClass.Constant(Ident.Of("Path"), callback.Path);
        yield return TestClass.Constant(Good, JsonForm.Text(good));
        var values = new BadValues(emission.Model);
        var bad = action.Inputs.SelectMany(input => values.Of(input, isCreation: true)).ToList();
        if (bad.Count > 0)
        {
            yield return Code.Of($$"""
                public static TheoryData<string, string, string> BrokenInputs => new()
                {
                    {{TestClass.BadBodies(bad, Good)}}
                };
                """);
        }

        yield return Code.Of($"""
            [Theory]
            [InlineData("nobody")]
            [InlineData("stranger")]
            public Task What_nobody_signed_is_refused(string actor) =>
                system.OnEachAsync(async running => (await running.PostAsync(actor, Path, Good)).Expect(401, "signature-refused"));
            """);
        yield return Code.Of($"""
            [Fact]
            public Task The_signature_of_another_body_is_refused() => system.OnEachAsync(
                async running => (await running.DeliverAsync(Path, Good, signed: Good + " ")).Expect(401, "signature-refused"));
            """);
        if (bad.Count > 0)
        {
            yield return Code.Of($"""
                [Theory]
                [MemberData(nameof(BrokenInputs))]
                public Task An_input_that_breaks_its_rule_is_refused(string field, string code, string body) =>
                    system.OnEachAsync(async running => (await running.DeliverAsync(Path, body)).ExpectField(field, code));
                """);
        }

        if (!callback.IgnoresUnknownMembers)
        {
            yield return Code.Of($"""
                [Fact]
                public Task A_member_that_is_no_input_is_refused() => system.OnEachAsync(
                    async running => (await running.DeliverAsync(Path, TestBody.With(Good, "somethingElse", "1"))).ExpectField("somethingElse", "unknown-member"));
                """);
        }

        yield return Code.Of($$"""
            [Fact]
            public Task A_delivery_that_is_repeated_is_answered_as_before() => RunningSystem.OnFreshAsync(async running =>
            {
                var first = await running.DeliverAsync(Path, Good);
                (await running.DeliverAsync(Path, Good)).Expect(first.Status, first.Code);
            });
            """);
    }
}
