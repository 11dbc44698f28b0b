using Ashlar.Core.Model;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Testing;

/// <summary>`CreateBookTests.cs`.</summary>
internal static class CreateTests
{
    private static readonly Ident Good = Ident.Of("Good");

    public static IEnumerable<EmittedFile> Emit(Emission emission) => emission.Operations
        .Where(operation => operation.Kind == EndpointKind.Create)
        .SelectMany(operation => Class(emission, operation));

    private static IEnumerable<EmittedFile> Class(Emission emission, ExposedOperation operation)
    {
        var cases = new CreateCases(emission.Stage, operation);
        return emission.Stage.GoodRequest(operation) is { } good
            ? TestClass.Of(emission, operation, Members(emission, cases, good, operation))
            : [];
    }

    private static IEnumerable<Code> Members(
        Emission emission, CreateCases cases, GoodRequest good, ExposedOperation operation)
    {
        var attempts = cases.Attempts(good).ToList();
        yield return TestClass.Constant(Ident.Of("Path"), operation.Path);
        yield return TestClass.Constant(Good, JsonForm.Text(JsonForm.Body(good.Row, good.Fields)));
        yield return BrokenFields(cases.BadValues(good));
        yield return Accepted(attempts.Where(attempt => attempt.Outcome.Status < 400));
        yield return Refused(attempts.Where(attempt => attempt.Outcome.Status >= 400));
        yield return FieldTest(good);
        foreach (var refused in emission.Stage.BrokenRules(operation))
        {
            var send = Code.Of($"(await running.PostAsync({Lit.Of(good.Actor.Name)}, Path, body))");
            yield return TestClass.BrokenRule(refused, send);
        }

        foreach (var reference in CreateCases.References(good))
        {
            yield return MissingTarget(good, reference);
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
        public Task A_good_request_is_accepted(string actor, int status, string code) =>
            RunningSystem.OnFreshAsync(async running => (await running.PostAsync(actor, Path, Good)).Expect(status, code));
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
                    system.OnEachAsync(async running => (await running.PostAsync(actor, Path, Good)).Expect(status, code));
                """);
    }

    private static Code FieldTest(GoodRequest good) => Code.Of($"""
        [Theory]
        [MemberData(nameof(BrokenFields))]
        public Task A_field_that_breaks_its_rule_is_refused(string field, string code, string body) => system.OnEachAsync(
            async running => (await running.PostAsync({Lit.Of(good.Actor.Name)}, Path, body)).ExpectField(field, code));
        """);

    private static Code MissingTarget(GoodRequest good, Field reference) => Code.Of($"""
        [Fact]
        public Task {TestClass.Sentence(reference.Name + "Reference")}() => system.OnEachAsync(async running => (await running.PostAsync(
            {Lit.Of(good.Actor.Name)}, Path, TestBody.With(Good, {Lit.Of(reference.Name)}, {Lit.Of($"\"{TestClass.NoSuchId}\"")})))
            .Expect(404, "not-found"));
        """);
}
