using System.Text.Json.Nodes;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Sql;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Testing;

/// <summary>`PlaceOrderTests.cs`: what refuses an action before it does anything.</summary>
internal static class ActionTests
{
    private static readonly Ident Good = Ident.Of("Good");
    private static readonly Code GoodBody = Code.Of($"Good");
    private static readonly Code Path = Code.Of($"Path");

    public static IEnumerable<EmittedFile> Emit(Emission emission) => emission.ActionOperations.SelectMany(operation =>
    {
        var cases = new ActionCases(emission.Stage, operation);
        return cases.Good() is { } good
            ? TestClass.Of(emission, operation, Members(emission, cases, good, operation))
            : [];
    });

    private static IEnumerable<Code> Members(
        Emission emission, ActionCases cases, ActionAttempt good, ActionOperation operation)
    {
        var actor = Code.Of($"{Lit.Of(good.Actor.Name)}");
        yield return TestClass.Constant(Ident.Of("Path"), WorldPath.Of(operation, good.Row));
        yield return TestClass.Constant(Good, JsonForm.Text(Body(operation, good)));
        var others = cases.OtherStates(good).ToList();
        if (others is [var first, ..] && good.Row is { } row)
        {
            yield return PutInState(row.Entity, first.Move);
        }

        var values = new BadValues(emission.Model);
        var bad = operation.Body.SelectMany(input => values.Of(input, isCreation: !input.IsChange))
            .Select(value => WireJson.Named(operation.Endpoint.Body, value))
            .ToList();
        if (bad.Count > 0)
        {
            yield return Code.Of($$"""
                public static TheoryData<string, string, string> BrokenInputs => new()
                {
                    {{TestClass.BadBodies(bad, Good)}}
                };
                """);
        }

        if (TestClass.Attempts(cases.Refused(good)) is { IsEmpty: false } refused)
        {
            yield return Code.Of($"""
                [Theory]
                {refused}
                public Task Whoever_may_not_is_refused(string actor, int status, string code) =>
                    system.OnEachAsync(async running => (await {SendCode.Plain(operation, Code.Of($"actor"), Path, GoodBody)}).Expect(status, code));
                """);
        }

        if (bad.Count > 0)
        {
            yield return Code.Of($"""
                [Theory]
                [MemberData(nameof(BrokenInputs))]
                public Task An_input_that_breaks_its_rule_is_refused(string field, string code, string body) => system.OnEachAsync(
                    async running => (await {SendCode.Plain(operation, actor, Path, Code.Of($"body"))}).ExpectField(field, code));
                """);
        }

        if (!operation.Api.IgnoresUnknownMembers)
        {
            yield return Code.Of($"""
                [Fact]
                public Task A_member_that_is_no_input_is_refused() => system.OnEachAsync(async running => (await {Sent(operation, actor)}).ExpectField("somethingElse", "unknown-member"));
                """);
        }

        if (good.Row is not null)
        {
            yield return OfRow(operation, good.Row, actor);
        }

        if (others.Count > 0 && good.Row is { } moved)
        {
            yield return Code.Of($$"""
                [Theory]
                {{Code.Lines(others.Select(other => Code.Of($"[InlineData({Lit.Of(other.State)})]")))}}
                public Task A_row_in_another_state_is_refused(string state) => RunningSystem.OnFreshAsync(async running =>
                {
                    await running.ExecuteAsync(PutInState, state, new Guid({{Lit.Of(moved.Id)}}));
                    (await {{SendCode.Plain(operation, actor, Path, GoodBody)}}).Expect(409, "state-conflict");
                });
                """);
        }
    }

    private static Code Sent(ActionOperation operation, Code actor) => operation.Method == "POST"
        ? Code.Of($"""
            running.PostAsync(
                {actor}, Path, TestBody.With(Good, "somethingElse", "1"))
            """)
        : SendCode.Plain(operation, actor, Path, Code.Of($"TestBody.With(Good, \"somethingElse\", \"1\")"));

    private static Code OfRow(ActionOperation operation, WorldRow row, Code actor) => Code.Of($$"""
        [Fact]
        public Task No_other_row_or_version_is_meant() => system.OnEachAsync(async running =>
        {
            (await {{SendCode.Plain(operation, actor, Code.Of($"{Lit.Of(WorldPath.OfNone(operation, row))}"), GoodBody)}}).Expect(404, "not-found");
            {{Code.When(operation.Api.RowVersion != RowVersionUse.Ignored, () => Code.Of($"(await running.SendAsync({actor}, {SendCode.Method(operation)}, Path, Good, ifMatch: \"\\\"99\\\"\")).Expect(412, \"stale\");"))}}
        });
        """);

    private static Code PutInState(Entity entity, MoveStatement move)
    {
        var column = entity.Field(move.Field) is { } field ? SqlNames.Quote(SqlNames.Column(field)) : move.Field;
        return Code.Of($"""
            private static readonly Kernel.Statement PutInState = new(
                {Lit.Of($"update {SqlNames.Quote(SqlNames.Table(entity))} set {column} = $1 where id = $2")});
            """);
    }

    private static JsonObject Body(ActionOperation operation, ActionAttempt good)
    {
        var body = new JsonObject();
        foreach (var input in operation.Body.Where(input => good.Inputs.GetValueOrDefault(input.Name) is not null))
        {
            body[input.Name] = JsonForm.Of(input.Type, good.Inputs[input.Name]);
        }

        return WireJson.Of(operation.Endpoint.Body, body);
    }
}
