using Ashlar.Emit.Text;

namespace Ashlar.Emit.Testing;

/// <summary>`UploadBookCoverTests.cs`.</summary>
internal static class UploadTests
{
    public static IEnumerable<EmittedFile> Emit(Emission emission) => emission.FileOperations
        .Where(operation => operation.Action == FileAction.Upload)
        .SelectMany(operation => Class(emission, operation));

    private static IEnumerable<EmittedFile> Class(Emission emission, FileOperation operation)
    {
        var cases = new FileCases(emission.Stage, operation);
        return cases.Good() is { } good ? TestClass.Of(emission, operation, Members(cases, good, operation)) : [];
    }

    private static IEnumerable<Code> Members(FileCases cases, GoodFile good, FileOperation operation)
    {
        var attempts = cases.Changes(good).ToList();
        var actor = Lit.Of(good.Actor.Name);
        yield return TestClass.Constant(Ident.Of("Path"), cases.Path(good.Without.Id));
        yield return TestClass.Constant(Ident.Of("Type"), cases.Types[0]);
        yield return Code.Of($"""
            [Theory]
            {TestClass.Attempts(attempts.Where(attempt => attempt.Outcome.Status < 400))}
            public Task Whoever_may_stores_a_file(string actor, int status, string code) =>
                RunningSystem.OnFreshAsync(async running => (await running.PutAsync(actor, Path, Type)).Expect(status, code));
            """);
        yield return Refused(attempts.Where(attempt => attempt.Outcome.Status >= 400));
        yield return Replacement(cases, actor);
        yield return Contents(cases, actor, operation);
        yield return Versions(operation, actor);
        foreach (var (rule, file) in cases.BrokenRules())
        {
            var outcome = FileCases.OutcomeOf(rule);
            yield return Code.Of($"""
                [Fact]
                public Task {TestClass.Sentence(rule)}() => system.OnEachAsync(async running => (await running.PutAsync(
                    {Lit.Of(file.Actor.Name)}, {Lit.Of(cases.Path(file.Without.Id))}, Type)).Expect({outcome.Status}, {Lit.Of(outcome.Code)}));
                """);
        }
    }

    private static Code Refused(IEnumerable<Attempt> attempts)
    {
        var rows = TestClass.Attempts(attempts);
        return rows.IsEmpty
            ? Code.Empty
            : Code.Of($"""
                [Theory]
                {rows}
                public Task Whoever_may_not_is_refused(string actor, int status, string code) =>
                    system.OnEachAsync(async running => (await running.PutAsync(actor, Path, Type)).Expect(status, code));
                """);
    }

    private static Code Replacement(FileCases cases, Lit actor)
    {
        var puts = cases.Types.Append(cases.Types[0]).Select((type, index) => Code.Of(
            $"(await running.PutAsync({actor}, Path, {Lit.Of(type)}, ifMatch: {Lit.Of($"\"{index + 1}\"")})).Expect(204);"));
        return Code.Of($$"""
            [Fact]
            public Task A_file_of_each_type_takes_the_place_of_the_one_before() => RunningSystem.OnFreshAsync(async running =>
            {
                {{Code.Lines(puts)}}
                Assert.Equal(1, await running.CountFilesAsync());
            });
            """);
    }

    private static Code Contents(FileCases cases, Lit actor, FileOperation operation) => Code.Of($$"""
        [Theory]
        {{Code.Lines(cases.Types.Select(type => Code.Of($"[InlineData({Lit.Of(type)})]")))}}
        public Task What_is_not_what_it_is_called_is_refused(string type) => system.OnEachAsync(async running =>
        {
            (await running.PutAsync({{actor}}, Path, type, TestFile.Lying(type))).ExpectField({{Lit.Of(operation.Field.Name)}}, "malformed");
            (await running.PutAsync({{actor}}, Path, type, content: [])).ExpectField({{Lit.Of(operation.Field.Name)}}, "malformed");
        });

        [Fact]
        public Task A_type_that_the_field_does_not_take_is_refused() => system.OnEachAsync(async running =>
            (await running.PutAsync({{actor}}, Path, "application/x-other")).Expect(415, "unsupported-media-type"));

        [Fact]
        public Task A_file_that_is_too_large_is_refused() => system.OnEachAsync(async running =>
            (await running.AnnounceAsync({{actor}}, Path, Type, bytes: {{(operation.Field.Constraints.MaxBytes ?? 0) + 1}})).Expect(413, "body-too-large"));

        [Fact]
        public Task A_row_that_is_not_there_gets_no_file() => system.OnEachAsync(async running => (await running.PutAsync(
            {{actor}}, {{Lit.Of(cases.Path(TestClass.NoSuchId))}}, Type)).Expect(404, "not-found"));
        """);

    private static Code Versions(FileOperation operation, Lit actor) => Code.When(
        operation.Api.RowVersion != RowVersionUse.Ignored, () => Code.Of($$"""
            [Fact]
            public Task A_file_for_another_version_is_refused() => system.OnEachAsync(async running =>
            {
                {{Code.When(operation.Api.RowVersion == RowVersionUse.Required, () => Code.Of($"(await running.PutAsync({actor}, Path, Type, ifMatch: null)).Expect(428, \"precondition-required\");"))}}
                (await running.PutAsync({{actor}}, Path, Type, ifMatch: "\"99\"")).Expect(412, "stale");
            });

            [Fact]
            public Task Of_two_files_at_once_one_is_stored() => RunningSystem.OnFreshAsync(async running =>
            {
                var replies = await Task.WhenAll(running.PutAsync({{actor}}, Path, Type), running.PutAsync({{actor}}, Path, Type));
                Assert.Single(replies, reply => reply.Status == 204);
                Assert.Single(replies, reply => reply.Status == 412);
                Assert.Equal(1, await running.CountFilesAsync());
            });
            """));
}
