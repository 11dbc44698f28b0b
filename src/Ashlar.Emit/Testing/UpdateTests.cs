using Ashlar.Emit.Text;

namespace Ashlar.Emit.Testing;

/// <summary>`UpdateBookTests.cs`.</summary>
internal static class UpdateTests
{
    private static readonly Ident Good = Ident.Of("Good");
    private static readonly Code GoodBody = Code.Of($"Good");
    private static readonly Code Path = Code.Of($"Path");
    private static readonly Code Actor = Code.Of($"actor");
    private static readonly Code Body = Code.Of($"body");

    public static IEnumerable<EmittedFile> Emit(Emission emission) => emission.Operations
        .Where(operation => operation.Kind == EndpointKind.Update)
        .SelectMany(operation => Class(emission, operation));

    private static IEnumerable<EmittedFile> Class(Emission emission, ExposedOperation operation)
    {
        var cases = new ChangeCases(emission.Stage, operation);
        return emission.Stage.GoodChange(operation) is { } good
            ? TestClass.Of(emission, operation, Members(emission, cases, good, operation))
            : [];
    }

    private static IEnumerable<Code> Members(
        Emission emission, ChangeCases cases, GoodChange good, ExposedOperation operation)
    {
        var attempts = cases.Attempts(good).ToList();
        var actor = Code.Of($"{Lit.Of(good.Actor.Name)}");
        yield return TestClass.Constant(Ident.Of("Path"), WorldPath.Of(operation, good.Before));
        yield return TestClass.Constant(Good, JsonForm.Text(cases.Body(good.Before, good.After, good.Fields)));
        yield return BrokenFields(cases.BadValues(good));
        yield return Accepted(operation, attempts.Where(attempt => attempt.Outcome.Status < 400));
        yield return Refused(operation, attempts.Where(attempt => attempt.Outcome.Status >= 400));
        yield return Code.Of($"""
            [Theory]
            [MemberData(nameof(BrokenFields))]
            public Task A_field_that_breaks_its_rule_is_refused(string field, string code, string body) => system.OnEachAsync(
                async running => (await {SendCode.Change(operation, actor, Path, Body)}).ExpectField(field, code));
            """);
        yield return Versions(
            operation, actor, attempts.Find(attempt => attempt.Actor == good.Actor)?.Outcome ?? Outcome.Done(200));
        yield return Nothing(operation, actor, cases.OfNothing(good));
        foreach (var refused in emission.Stage.BrokenRules(operation))
        {
            yield return TestClass.BrokenRule(refused, Code.Of($"(await {SendCode.Change(operation, actor, Path, Body)})"));
        }
    }

    private static Code BrokenFields(IEnumerable<BadValue> values) => Code.Of($$"""
        public static TheoryData<string, string, string> BrokenFields => new()
        {
            {{TestClass.BadBodies(values, Good)}}
        };
        """);

    private static Code Accepted(ExposedOperation operation, IEnumerable<Attempt> attempts) => Code.Of($"""
        [Theory]
        {TestClass.Attempts(attempts)}
        public Task A_good_change_is_accepted(string actor, int status, string code) =>
            RunningSystem.OnFreshAsync(async running => (await {SendCode.Change(operation, Actor, Path, GoodBody)}).Expect(status, code));
        """);

    private static Code Refused(ExposedOperation operation, IEnumerable<Attempt> attempts)
    {
        var rows = TestClass.Attempts(attempts);
        return rows.IsEmpty
            ? Code.Empty
            : Code.Of($"""
                [Theory]
                {rows}
                public Task Whoever_may_not_is_refused(string actor, int status, string code) =>
                    system.OnEachAsync(async running => (await {SendCode.Change(operation, Actor, Path, GoodBody)}).Expect(status, code));
                """);
    }

    // The row keeps its version, or the second would be late.
    private static Code Nothing(ExposedOperation operation, Code actor, Outcome outcome) => Code.Of($$"""
        [Fact]
        public Task A_change_of_nothing_leaves_the_row_as_it_is() => system.OnEachAsync(async running =>
        {
            (await {{SendCode.Change(operation, actor, Path, Code.Of($"\"{{}}\""))}}).Expect({{outcome.Status}}, {{Lit.Of(outcome.Code)}});
            (await {{SendCode.Change(operation, actor, Path, Code.Of($"\"{{}}\""))}}).Expect({{outcome.Status}}, {{Lit.Of(outcome.Code)}});
        });
        """);

    private static Code Versions(ExposedOperation operation, Code actor, Outcome done) => Code.Blocks([
        operation.Api.RowVersion == RowVersionUse.Required ? Code.Empty : Code.Of($"""
            [Fact]
            public Task A_change_may_say_nothing_of_a_version() => RunningSystem.OnFreshAsync(async running =>
                (await {SendCode.Change(operation, actor, Path, GoodBody, Code.Of($"null"))}).Expect({done.Status}, {Lit.Of(done.Code)}));
            """),
        operation.Api.RowVersion == RowVersionUse.Ignored ? Code.Empty : Code.Of($$"""
            [Fact]
            public Task A_change_of_another_version_is_refused() => system.OnEachAsync(async running =>
            {
                {{Code.When(operation.Api.RowVersion == RowVersionUse.Required, () => Code.Of($"(await {SendCode.Change(operation, actor, Path, GoodBody, Code.Of($"null"))}).Expect(428, \"precondition-required\");"))}}
                (await {{SendCode.Change(operation, actor, Path, GoodBody, Code.Of($"\"\\\"99\\\"\""))}}).Expect(412, "stale");
            });

            [Fact]
            public Task Of_two_changes_at_once_one_is_made() => RunningSystem.OnFreshAsync(async running =>
            {
                var replies = await Task.WhenAll({{SendCode.Change(operation, actor, Path, GoodBody)}}, {{SendCode.Change(operation, actor, Path, GoodBody)}});
                Assert.Single(replies, reply => reply.Status < 400);
                Assert.Single(replies, reply => reply.Status == {{operation.Api.Errors.StatusOf("stale", 412)}});
            });
            """),
    ]);
}
