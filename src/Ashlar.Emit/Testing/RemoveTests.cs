using Ashlar.Emit.Text;

namespace Ashlar.Emit.Testing;

/// <summary>`RemoveBookCoverTests.cs`.</summary>
internal static class RemoveTests
{
    public static IEnumerable<EmittedFile> Emit(Emission emission) => emission.FileOperations
        .Where(operation => operation.Action == FileAction.Remove)
        .SelectMany(operation => Class(emission, operation));

    private static IEnumerable<EmittedFile> Class(Emission emission, FileOperation operation)
    {
        var cases = new FileCases(emission.Stage, operation);
        return cases.Good() is { } good ? TestClass.Of(emission, operation, Members(cases, good, operation)) : [];
    }

    private static IEnumerable<Code> Members(FileCases cases, GoodFile good, FileOperation operation)
    {
        var attempts = cases.Changes(good).ToList();
        var refused = TestClass.Attempts(attempts.Where(attempt => attempt.Outcome.Status >= 400));
        var actor = Lit.Of(good.Actor.Name);
        yield return TestClass.Constant(Ident.Of("Path"), cases.Path(good.Without.Id));
        yield return Code.Of($$"""
            [Theory]
            {{TestClass.Attempts(attempts.Where(attempt => attempt.Outcome.Status < 400))}}
            public Task Whoever_may_removes_the_file(string actor, int status, string code) =>
                RunningSystem.OnFreshAsync(async running =>
                {
                    (await running.PutAsync({{actor}}, Path, {{Lit.Of(cases.Types[0])}})).Expect(204);
                    (await running.DeleteAsync(actor, Path, ifMatch: "\"2\"")).Expect(status, code);
                    Assert.Equal(0, await running.CountFilesAsync());
                });
            """);
        if (!refused.IsEmpty)
        {
            yield return Code.Of($"""
                [Theory]
                {refused}
                public Task Whoever_may_not_is_refused(string actor, int status, string code) =>
                    system.OnEachAsync(async running => (await running.DeleteAsync(actor, Path)).Expect(status, code));
                """);
        }

        if (operation.Api.RowVersion != RowVersionUse.Ignored)
        {
            yield return Code.Of($$"""
                [Fact]
                public Task The_file_of_another_version_stays() => system.OnEachAsync(async running =>
                {
                    {{Code.When(operation.Api.RowVersion == RowVersionUse.Required, () => Code.Of($"(await running.DeleteAsync({actor}, Path, ifMatch: null)).Expect(428, \"precondition-required\");"))}}
                    (await running.DeleteAsync({{actor}}, Path, ifMatch: "\"99\"")).Expect(412, "stale");
                });
                """);
        }

        yield return Code.Of($$"""
            [Fact]
            public Task A_row_that_is_not_there_has_no_file_to_remove() => system.OnEachAsync(async running =>
                (await running.DeleteAsync({{actor}}, {{Lit.Of(cases.Path(TestClass.NoSuchId))}})).Expect(404, "not-found"));
            """);
    }
}
