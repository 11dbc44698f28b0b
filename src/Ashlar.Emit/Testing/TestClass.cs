using Ashlar.Core.Text;
using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Testing;

/// <summary>The frame of a test class and the parts that several kinds share.</summary>
internal static class TestClass
{
    /// <summary>The id of no row.</summary>
    public const string NoSuchId = "7d3c1f10-0000-4000-8000-ffffffffffff";

    /// <summary>A class whose tests run against one operation, or nothing where there is nothing to test.</summary>
    public static IEnumerable<EmittedFile> Of(Emission emission, Route operation, params IEnumerable<Code> members)
    {
        var body = Code.Blocks(members);
        if (body.IsEmpty)
        {
            yield break;
        }

        var name = Ident.Of(operation.Name + "Tests");
        yield return Generated(
            $"{Folders.Tests(emission)}/{operation.Module}/{name}.cs",
            Code.Of($$"""
                {{Header.Of(operation.Source.Kind, operation.Source.Element)}}
                namespace {{emission.Tests.Member(Ident.Of(operation.Module))}};

                /// <summary>What <c>{{Prose.Xml(operation.Method)}} {{Prose.Xml(operation.Path)}}</c> accepts and refuses.</summary>
                public sealed class {{name}}{{Fixture(body)}}
                {
                    {{body}}
                }
                """));
    }

    /// <summary>The system that tests share, where some of them do.</summary>
    private static Code Fixture(Code body) => Code.When(
        body.Text.Contains("system.", StringComparison.Ordinal),
        () => Code.Of($"(RunningSystem system) : IClassFixture<RunningSystem>"));

    public static Code Constant(Ident name, string value) => value.Contains('\n', StringComparison.Ordinal)
        ? Code.Of($"""
            private const string {name} =
                {Lit.Raw(value)};
            """)
        : Code.Of($"private const string {name} = {Lit.Raw(value)};");

    /// <summary>`[InlineData("ann", 403, "forbidden")]` for each.</summary>
    public static Code Attempts(IEnumerable<Attempt> attempts) => Code.Lines(attempts.Select(attempt =>
        Code.Of($"[InlineData({Lit.Of(attempt.Actor.Name)}, {attempt.Outcome.Status}, {Lit.Of(attempt.Outcome.Code)})]")));

    /// <summary>`{ "title", "too-long", TestBody.WithLetters(Good, "title", 201) },` for each.</summary>
    public static Code BadBodies(IEnumerable<BadValue> values, Ident good) => Code.Lines(values.Select(bad =>
        Code.Of($"{{ {Lit.Of(bad.Field)}, {Lit.Of(bad.Code)}, {BadBody(bad, good)} }},")));

    private static Code BadBody(BadValue bad, Ident good) => bad switch
    {
        { Letters: { } count } => Code.Of($"TestBody.WithLetters({good}, {Lit.Of(bad.Field)}, {count})"),
        { Items: { } count, Json: { } item } =>
            Code.Of($"TestBody.WithItems({good}, {Lit.Of(bad.Field)}, {Lit.Of(item)}, {count})"),
        { Json: { } json } => Code.Of($"TestBody.With({good}, {Lit.Of(bad.Field)}, {Lit.Of(json)})"),
        _ => Code.Of($"TestBody.Without({good}, {Lit.Of(bad.Field)})"),
    };

    /// <summary>A test for each rule of the row, with the request that breaks it.</summary>
    public static Code BrokenRule(RefusedRequest refused, Code send) => Code.Of($$""""
        [Fact]
        public Task {{Sentence(refused.About)}}() => system.OnEachAsync(async running =>
        {
            const string body =
                {{Lit.Raw(JsonForm.Text(refused.Body))}};
            {{send}}.Expect({{refused.Outcome.Status}}, {{Lit.Of(refused.Outcome.Code)}});
        });
        """");

    public static Ident Sentence(string rule) => Ident.Of("What_breaks_" + Spelling.Snake(rule) + "_is_refused");
}
