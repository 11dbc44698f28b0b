using System.Text.Json.Nodes;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Testing;

/// <summary>`BestSellersTests.cs`: who gets which rows of a view, and which parameters are refused.</summary>
internal static class ViewTests
{
    public static IEnumerable<EmittedFile> Emit(Emission emission) => emission.ViewOperations.SelectMany(operation =>
    {
        var cases = new ViewCases(emission.Stage, operation);
        return cases.Good() is { } good
            ? TestClass.Of(emission, operation, Members(emission, cases, good, operation))
            : [];
    });

    private static IEnumerable<Code> Members(Emission emission, ViewCases cases, ViewInputs good, ViewOperation operation)
    {
        var attempts = emission.Stage.Everybody
            .Select(actor => new Attempt(actor, cases.OutcomeFor(actor, good)))
            .ToList();
        var reader = attempts.First(attempt => attempt.Outcome == cases.Done).Actor;
        yield return TestClass.Constant(Ident.Of("Path"), operation.Path + cases.Query(good));
        var readers = attempts.Where(attempt => attempt.Outcome == cases.Done).Select(attempt => attempt.Actor);
        yield return Rows(cases, good, operation.Endpoint, readers);
        if (TestClass.Attempts(attempts.Where(attempt => attempt.Outcome != cases.Done)) is { IsEmpty: false } refused)
        {
            yield return Code.Of($"""
                [Theory]
                {refused}
                public Task Whoever_may_not_is_refused(string actor, int status, string code) =>
                    system.OnEachAsync(async running => (await running.GetAsync(actor, Path)).Expect(status, code));
                """);
        }

        yield return BadQueries(emission, cases, good, operation, Lit.Of(reader.Name));
        yield return Code.Of($$"""
            [Fact]
            public Task It_is_one_statement_besides_who_asks() => system.OnEachAsync(async running =>
            {
                const string refused = Path + "{{Separator(cases, good)}}nonsense=1";
                var known = await running.CountStatementsAsync({{Lit.Of(reader.Name)}}, refused, 400, "invalid");
                Assert.Equal(known + 1, await running.CountStatementsAsync({{Lit.Of(reader.Name)}}, Path{{StatusOf(operation)}}));
            });
            """);
    }

    /// <summary>The arguments that say where the rows are in a reply of this form; none for the usual one.</summary>
    public static IEnumerable<Code> RowsAt(ViewEndpoint endpoint) =>
    [
        Code.When(endpoint.Form.Envelope is not null, () => Code.Of($"at: {Lit.Of(string.Join('.', endpoint.PathOfRows))}")),
        Code.When(endpoint.Column.Length > 0, () => Code.Of($"column: {Lit.Of(endpoint.Column)}")),
    ];

    private static Code Rows(ViewCases cases, ViewInputs good, ViewEndpoint endpoint, IEnumerable<Actor> readers)
    {
        var status = Code.When(endpoint.Form.Status is not null, () => Code.Of($"status: {endpoint.Form.Status ?? 200}"));
        var form = Code.Join([Code.Empty, status, .. RowsAt(endpoint)], ", ");
        var more = form.IsEmpty ? form : Code.Of($", {form}");
        var rows = readers.Select(actor => (Actor: actor, Items: cases.ItemsFor(actor, good)))
            .Where(answer => answer.Items is not null)
            .GroupBy(answer => JsonForm.Text(answer.Items ?? []), answer => answer.Actor, StringComparer.Ordinal)
            .ToList();
        return Code.Blocks(rows.Select((answer, i) => Code.Of($"""
            [Theory]
            {Code.Lines(answer.Select(actor => Code.Of($"[InlineData({Lit.Of(actor.Name)})]")))}
            public Task {NameOf(i, answer.First())}(string actor) => system.OnEachAsync(
                async running => (await running.GetAsync(actor, Path)).ExpectItems(
                    {Lit.Raw(answer.Key)}{more}));
            """)));
    }

    private static Ident NameOf(int number, Actor first) =>
        Ident.Of("It_gives_the_rows_that_count" + (number == 0 ? "" : $"_for_{first.Name}"));

    private static Code BadQueries(
        Emission emission, ViewCases cases, ViewInputs good, ViewOperation operation, Lit actor)
    {
        var separator = Separator(cases, good);
        var values = new BadValues(emission.Model);
        var bad =
            from input in operation.View.Inputs
            where !good.IsSent(input)
            from value in values.Of(input, isCreation: false)
            let text = TextOf(value)
            where text is not null && !IsOfJsonOnly(input, value)
            select ($"{separator}{input.Name}={Uri.EscapeDataString(text)}", value.Field, value.Code);
        var queries = bad.Prepend(($"{separator}nonsense=1", "nonsense", "unknown-member"))
            .Select(query => Code.Of($"[InlineData({Lit.Of(query.Item1)}, {Lit.Of(query.Item2)}, {Lit.Of(query.Item3)})]"));
        var missing = operation.View.Inputs.Where(good.IsSent)
            .Select(input => Code.Of(
                $"""(await running.GetAsync({actor}, {Lit.Of(operation.Path)})).ExpectField({Lit.Of(input.Name)}, "missing");"""))
            .ToList();
        return Code.Blocks([
            Code.Of($"""
                [Theory]
                {Code.Lines(queries)}
                public Task A_parameter_that_says_something_else_is_refused(string query, string field, string code) =>
                    system.OnEachAsync(async running => (await running.GetAsync({actor}, Path + query)).ExpectField(field, code));
                """),
            Code.When(missing.Count > 0, () => Code.Of($$"""
                [Fact]
                public Task What_is_required_is_asked_for() => system.OnEachAsync(async running =>
                {
                    {{Code.Lines(missing)}}
                });
                """)),
        ]);
    }

    private static Prose Separator(ViewCases cases, ViewInputs good) => Prose.Comment(cases.Query(good).Length == 0 ? "?" : "&");

    private static Code StatusOf(ViewOperation operation) =>
        operation.Endpoint.Form.Status is { } status ? Code.Of($", {status}") : Code.Empty;

    private static string? TextOf(BadValue value) => value switch
    {
        { Letters: { } count } => new string('a', count),
        { Json: { } json } => JsonNode.Parse(json) is { } node ? $"{node}" : null,
        _ => null,
    };

    // In an address everything is text, and nothing is null.
    private static bool IsOfJsonOnly(Field input, BadValue value) => value.Code == "null"
        || (value.Code == "malformed" && input.Type is ScalarType { Scalar: Scalar.Text } && value.Json == "5");
}
