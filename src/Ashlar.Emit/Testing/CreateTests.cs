using Ashlar.Core.Model;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Testing;

/// <summary>`CreateBookTests.cs`.</summary>
internal static class CreateTests
{
    private static readonly Ident Good = Ident.Of("Good");
    private static readonly Code Path = Code.Of($"Path");
    private static readonly Code Actor = Code.Of($"actor");
    private static readonly Code Body = Code.Of($"body");

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
        yield return TestClass.Constant(Ident.Of("Path"), WorldPath.Of(operation, good.Row));
        yield return TestClass.Constant(Good, JsonForm.Text(cases.Body(good)));
        yield return BrokenFields(cases.BadValues(good));
        yield return Accepted(operation, attempts.Where(attempt => attempt.Outcome.Status < 400));
        yield return Refused(operation, attempts.Where(attempt => attempt.Outcome.Status >= 400));
        yield return FieldTest(operation, good);
        foreach (var refused in emission.Stage.BrokenRules(operation))
        {
            var send = Code.Of($"(await {SendCode.Plain(operation, Code.Of($"{Lit.Of(good.Actor.Name)}"), Path, Body)})");
            yield return TestClass.BrokenRule(refused, send);
        }

        foreach (var reference in cases.References(good))
        {
            yield return MissingTarget(operation, good, reference);
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
        public Task A_good_request_is_accepted(string actor, int status, string code) =>
            RunningSystem.OnFreshAsync(async running => (await {SendCode.Plain(operation, Actor, Path, Code.Of($"{Good}"))}).Expect(status, code));
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
                    system.OnEachAsync(async running => (await {SendCode.Plain(operation, Actor, Path, Code.Of($"{Good}"))}).Expect(status, code));
                """);
    }

    private static Code FieldTest(ExposedOperation operation, GoodRequest good) => Code.Of($"""
        [Theory]
        [MemberData(nameof(BrokenFields))]
        public Task A_field_that_breaks_its_rule_is_refused(string field, string code, string body) => system.OnEachAsync(
            async running => (await {SendCode.Plain(operation, Code.Of($"{Lit.Of(good.Actor.Name)}"), Path, Body)}).ExpectField(field, code));
        """);

    private static Code MissingTarget(ExposedOperation operation, GoodRequest good, Field reference)
    {
        var member = Lit.Of(WireJson.Name(operation.Endpoint.Body, reference.Name));
        var arguments = Code.Of($"""

                {Lit.Of(good.Actor.Name)}, Path, TestBody.With(Good, {member}, {Lit.Of($"\"{TestClass.NoSuchId}\"")})
            """);
        var send = operation.Method == "POST"
            ? Code.Of($"running.PostAsync({arguments})")
            : SendCode.Plain(
                operation, Code.Of($"{Lit.Of(good.Actor.Name)}"), Path,
                Code.Of($"TestBody.With(Good, {member}, {Lit.Of($"\"{TestClass.NoSuchId}\"")})"));
        return Code.Of($"""
            [Fact]
            public Task {TestClass.Sentence(reference.Name + "Reference")}() => system.OnEachAsync(async running => (await {send})
                .Expect(404, "not-found"));
            """);
    }
}
