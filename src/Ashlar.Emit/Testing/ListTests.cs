using Ashlar.Core.Model;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Testing;

/// <summary>`ListBooksTests.cs`.</summary>
internal static class ListTests
{
    public static IEnumerable<EmittedFile> Emit(Emission emission) => emission.Operations
        .Where(operation => operation.Kind == EndpointKind.List)
        .SelectMany(operation => TestClass.Of(emission, operation, Members(new ReadCases(emission.Stage, operation), operation)));

    private static IEnumerable<Code> Members(ReadCases cases, ExposedOperation operation)
    {
        if (operation.Address.Parents.Any() && cases.First is null)
        {
            yield break;
        }

        var lists = cases.Lists().ToList();
        yield return TestClass.Constant(Ident.Of("Path"), WorldPath.Of(operation, cases.First));
        yield return Rows(operation, lists.Where(list => list.Outcome.Status < 400 && list.Count <= operation.Endpoint.PageMax));
        yield return TurnedAway(lists.Where(list => list.Outcome.Status >= 400));
        if (lists.Find(list => list.Outcome.Status < 400) is { Actor: { } actor })
        {
            yield return BadQueries(operation, Lit.Of(actor.Name));
            yield return GoodQueries(operation, Lit.Of(actor.Name));
            yield return Total(operation, Lit.Of(actor.Name), lists.Find(list => list.Actor == actor).Count);
        }

        if (lists.Find(list => list.Outcome.Status < 400 && list.Count > 1) is { Actor: { } reader, Count: var count })
        {
            yield return Statements(operation, Lit.Of(reader.Name), Math.Min(count, operation.Endpoint.PageMax));
        }
    }

    private static Code Paging(ExposedOperation operation) => operation.Endpoint.IsByOffset
        ? Code.Of($"""[InlineData("?offset=-1", "offset", "too-small")]""")
        : Code.Of($"""[InlineData("?after=nowhere", "after", "malformed")]""");

    /// <summary>The total is the same on every page.</summary>
    private static Code Total(ExposedOperation operation, Lit actor, int count)
    {
        var form = operation.Endpoint.Form;
        var path = form.Envelope is { } envelope
            ? string.Join('.', envelope.Values.FirstOrDefault(value => value.Value is ReplyTotal).Path)
            : "total";
        return Code.When(operation.Endpoint.HasTotal && path.Length > 0, () => Code.Of($"""
            [Theory]
            [InlineData("?limit=1")]
            {Code.When(operation.Endpoint.IsByOffset, () => Code.Of($"""[InlineData("?limit=1&offset={count}")]"""))}
            public Task Every_page_says_how_many_rows_there_are(string query) => system.OnEachAsync(async running =>
                (await running.GetAsync({actor}, Path + query)).Expect({Status(operation)}).ExpectNumber({Lit.Of(path)}, {count}));
            """));
    }

    private static Code Status(ExposedOperation operation) => Code.Of($"{operation.Endpoint.Form.Status ?? 200}");

    /// <summary>The member of the reply that has the rows.</summary>
    private static Code At(ExposedOperation operation) => operation.Endpoint.Form.Envelope is { } envelope
        ? Code.Of($", at: {Lit.Of(string.Join('.', envelope.PathOfRows))}")
        : Code.Empty;

    private static Code Rows(ExposedOperation operation, IEnumerable<(Actor Actor, Outcome Outcome, int Count)> lists)
    {
        var rows = Code.Lines(lists.Select(list => Code.Of($"[InlineData({Lit.Of(list.Actor.Name)}, {list.Count})]")));
        var most = Code.Of($"?limit={operation.Endpoint.PageMax}");
        return rows.IsEmpty
            ? Code.Empty
            : Code.Of($"""
                [Theory]
                {rows}
                public Task Everyone_sees_the_rows_that_are_granted(string actor, int count) => system.OnEachAsync(
                    async running => (await running.GetAsync(actor, Path + "{most}")).Expect({Status(operation)}).ExpectRows(count{At(operation)}));
                """);
    }

    private static Code TurnedAway(IEnumerable<(Actor Actor, Outcome Outcome, int Count)> lists)
    {
        var rows = TestClass.Attempts(lists.Select(list => new Attempt(list.Actor, list.Outcome)));
        return rows.IsEmpty
            ? Code.Empty
            : Code.Of($"""
                [Theory]
                {rows}
                public Task Whoever_may_not_is_refused(string actor, int status, string code) =>
                    system.OnEachAsync(async running => (await running.GetAsync(actor, Path)).Expect(status, code));
                """);
    }

    private static Code BadQueries(ExposedOperation operation, Lit actor)
    {
        var most = operation.Endpoint.PageMax + 1;
        return Code.Of($"""
            [Theory]
            [InlineData("?nonsense=1", "nonsense", "unknown-member")]
            [InlineData("?limit=0", "limit", "too-small")]
            [InlineData("?limit={most}", "limit", "too-large")]
            [InlineData("?limit=1&limit=2", "limit", "malformed")]
            {Paging(operation)}
            {Code.When(!operation.Endpoint.Sorts.IsEmpty, () => Code.Of($"""[InlineData("?sort=nonsense", "sort", "no-match")]"""))}
            public Task A_query_that_says_something_else_is_refused(string query, string field, string code) => system.OnEachAsync(
                async running => (await running.GetAsync({actor}, Path + query)).ExpectField(field, code));
            """);
    }

    private static Code Statements(ExposedOperation operation, Lit actor, int rows)
    {
        var status = operation.Endpoint.Form.Status is { } other ? Code.Of($", {other}") : Code.Empty;
        return Code.Of($"""
            [Fact]
            public Task One_row_takes_as_many_statements_as_all() => system.OnEachAsync(async running =>
                Assert.Equal(
                    await running.CountStatementsAsync({actor}, Path + "?limit=1"{status}),
                    await running.CountStatementsAsync({actor}, Path + "?limit={rows}"{status})));
            """);
    }

    private static Code GoodQueries(ExposedOperation operation, Lit actor)
    {
        var sorts = operation.Endpoint.Sorts.SelectMany(sort => (string[])[$"?sort={sort.Field}", $"?sort=-{sort.Field}"]);
        var queries = (string[])["?limit=1", .. sorts, .. operation.Endpoint.HasSearch ? (string[])["?search=anything"] : []];
        return Code.Of($"""
            [Theory]
            {Code.Lines(queries.Select(query => Code.Of($"[InlineData({Lit.Of(query)})]")))}
            public Task Each_order_and_page_is_answered(string query) =>
                system.OnEachAsync(async running => (await running.GetAsync({actor}, Path + query)).Expect({Status(operation)}));
            """);
    }
}
