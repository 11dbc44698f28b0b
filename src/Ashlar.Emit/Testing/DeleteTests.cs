using Ashlar.Emit.Text;

namespace Ashlar.Emit.Testing;

/// <summary>`DeleteBookTests.cs`.</summary>
internal static class DeleteTests
{
    private static readonly Code Path = Code.Of($"Path");

    public static IEnumerable<EmittedFile> Emit(Emission emission) => emission.Operations
        .Where(operation => operation.Kind == EndpointKind.Delete)
        .SelectMany(operation =>
            TestClass.Of(emission, operation, Members(new RemovalCases(emission.Stage, operation), operation)));

    private static IEnumerable<Code> Members(RemovalCases cases, ExposedOperation operation)
    {
        if (cases.Good() is { } good)
        {
            foreach (var member in Removal(cases, operation, good.Row, Code.Of($"{Lit.Of(good.Actor.Name)}")))
            {
                yield return member;
            }
        }

        if (cases.InUse() is { } used)
        {
            yield return Code.Of($"""
                [Fact]
                public Task What_others_need_stays() => system.OnEachAsync(async running =>
                    (await {SendCode.Delete(operation, Code.Of($"{Lit.Of(used.Actor.Name)}"), Code.Of($"{Lit.Of(WorldPath.Of(operation, used.Row))}"))}).Expect(409, "in-use"));
                """);
        }
    }

    private static IEnumerable<Code> Removal(RemovalCases cases, ExposedOperation operation, WorldRow row, Code actor)
    {
        var attempts = cases.Attempts(row).ToList();
        var refused = TestClass.Attempts(attempts.Where(attempt => attempt.Outcome.Status >= 400));
        yield return TestClass.Constant(Ident.Of("Path"), WorldPath.Of(operation, row));
        yield return Code.Of($"""
            [Theory]
            {TestClass.Attempts(attempts.Where(attempt => attempt.Outcome.Status < 400))}
            public Task Whoever_may_deletes_it(string actor, int status, string code) =>
                RunningSystem.OnFreshAsync(async running => (await {SendCode.Delete(operation, Code.Of($"actor"), Path)}).Expect(status, code));
            """);
        if (!refused.IsEmpty)
        {
            yield return Code.Of($"""
                [Theory]
                {refused}
                public Task Whoever_may_not_is_refused(string actor, int status, string code) =>
                    system.OnEachAsync(async running => (await {SendCode.Delete(operation, Code.Of($"actor"), Path)}).Expect(status, code));
                """);
        }

        if (operation.Api.RowVersion != RowVersionUse.Ignored)
        {
            yield return Code.Of($$"""
                [Fact]
                public Task Another_version_is_not_deleted() => system.OnEachAsync(async running =>
                {
                    {{Code.When(operation.Api.RowVersion == RowVersionUse.Required, () => Code.Of($"(await {SendCode.Delete(operation, actor, Path, Code.Of($"null"))}).Expect(428, \"precondition-required\");"))}}
                    (await {{SendCode.Delete(operation, actor, Path, Code.Of($"\"\\\"99\\\"\""))}}).Expect(412, "stale");
                });
                """);
        }
    }
}
