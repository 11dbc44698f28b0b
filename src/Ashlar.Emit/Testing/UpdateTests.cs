using Ashlar.Emit.Text;

namespace Ashlar.Emit.Testing;

/// <summary>`UpdateBookTests.cs`.</summary>
internal static class UpdateTests
{
    private static readonly Ident Good = Ident.Of("Good");

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
        var actor = Lit.Of(good.Actor.Name);
        yield return TestClass.Constant(Ident.Of("Path"), TestClass.Path(operation, good.Before));
        yield return TestClass.Constant(Good, JsonForm.Text(JsonForm.Change(good.Before, good.After, good.Fields)));
        yield return BrokenFields(cases.BadValues(good));
        yield return Accepted(attempts.Where(attempt => attempt.Outcome.Status < 400));
        yield return Refused(attempts.Where(attempt => attempt.Outcome.Status >= 400));
        yield return Code.Of($"""
            [Theory]
            [MemberData(nameof(BrokenFields))]
            public Task A_field_that_breaks_its_rule_is_refused(string field, string code, string body) => system.OnEachAsync(
                async running => (await running.PatchAsync({actor}, Path, body)).ExpectField(field, code));
            """);
        yield return Versions(actor);
        yield return Nothing(actor, cases.OfNothing(good));
        foreach (var refused in emission.Stage.BrokenRules(operation))
        {
            yield return TestClass.BrokenRule(refused, Code.Of($"(await running.PatchAsync({actor}, Path, body))"));
        }
    }

    private static Code BrokenFields(IEnumerable<BadValue> values) => Code.Of($$"""
        public static TheoryData<string, string, string> BrokenFields => new()
        {
            {{TestClass.BadBodies(values, Good)}}
        };
        """);

    private static Code Accepted(IEnumerable<Attempt> attempts) => Code.Of($"""
        [Theory]
        {TestClass.Attempts(attempts)}
        public Task A_good_change_is_accepted(string actor, int status, string code) =>
            RunningSystem.OnFreshAsync(async running => (await running.PatchAsync(actor, Path, Good)).Expect(status, code));
        """);

    private static Code Refused(IEnumerable<Attempt> attempts)
    {
        var rows = TestClass.Attempts(attempts);
        return rows.IsEmpty
            ? Code.Empty
            : Code.Of($"""
                [Theory]
                {rows}
                public Task Whoever_may_not_is_refused(string actor, int status, string code) =>
                    system.OnEachAsync(async running => (await running.PatchAsync(actor, Path, Good)).Expect(status, code));
                """);
    }

    // The row keeps its version, or the second would be late.
    private static Code Nothing(Lit actor, Outcome outcome) => Code.Of($$"""
        [Fact]
        public Task A_change_of_nothing_leaves_the_row_as_it_is() => system.OnEachAsync(async running =>
        {
            (await running.PatchAsync({{actor}}, Path, "{}")).Expect({{outcome.Status}}, {{Lit.Of(outcome.Code)}});
            (await running.PatchAsync({{actor}}, Path, "{}")).Expect({{outcome.Status}}, {{Lit.Of(outcome.Code)}});
        });
        """);

    private static Code Versions(Lit actor) => Code.Of($$"""
        [Fact]
        public Task A_change_of_another_version_is_refused() => system.OnEachAsync(async running =>
        {
            (await running.PatchAsync({{actor}}, Path, Good, ifMatch: null)).Expect(428, "precondition-required");
            (await running.PatchAsync({{actor}}, Path, Good, ifMatch: "\"99\"")).Expect(412, "stale");
        });

        [Fact]
        public Task Of_two_changes_at_once_one_is_made() => RunningSystem.OnFreshAsync(async running =>
        {
            var replies = await Task.WhenAll(running.PatchAsync({{actor}}, Path, Good), running.PatchAsync({{actor}}, Path, Good));
            Assert.Single(replies, reply => reply.Status < 400);
            Assert.Single(replies, reply => reply.Status == 412);
        });
        """);
}
