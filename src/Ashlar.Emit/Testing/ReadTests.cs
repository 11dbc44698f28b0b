using Ashlar.Emit.Text;

namespace Ashlar.Emit.Testing;

/// <summary>`ReadBookTests.cs`.</summary>
internal static class ReadTests
{
    public static IEnumerable<EmittedFile> Emit(Emission emission) => emission.Operations
        .Where(operation => operation.Kind == EndpointKind.Read)
        .SelectMany(operation => TestClass.Of(emission, operation, Members(new ReadCases(emission.Stage, operation), operation)));

    private static IEnumerable<Code> Members(ReadCases cases, ExposedOperation operation)
    {
        var sights = cases.Sights().ToList();
        var seen = Code.Lines(sights.Where(sight => sight.Outcome.Status < 400).Select(sight => Seen(operation, sight)));
        var unseen = Code.Lines(sights.Where(sight => sight.Outcome.Status >= 400).Select(sight => Unseen(operation, sight)));
        if (!seen.IsEmpty)
        {
            yield return Code.Of($"""
                [Theory]
                {seen}
                public Task Whoever_may_sees_what_is_granted(string actor, string path, string members) => system.OnEachAsync(
                    async running => (await running.GetAsync(actor, path)).Expect({Status(operation)}){At(operation)}.ExpectMembers(members.Split(' ')));
                """);
        }

        if (!unseen.IsEmpty)
        {
            yield return Code.Of($"""
                [Theory]
                {unseen}
                public Task Whoever_may_not_sees_nothing(string actor, string path, int status, string code) =>
                    system.OnEachAsync(async running => (await running.GetAsync(actor, path)).Expect(status, code));
                """);
        }
    }

    private static Code Status(ExposedOperation operation) => Code.Of($"{operation.Endpoint.Form.Status ?? 200}");

    /// <summary>The object in the reply that is the row.</summary>
    private static Code At(ExposedOperation operation) => operation.Endpoint.Form.Envelope is { } envelope
        ? Code.Of($".At({Lit.Of(string.Join('.', envelope.PathOfRows))})")
        : Code.Empty;

    private static Code Seen(ExposedOperation operation, Sight sight) => Code.Of($"""
        [InlineData(
            {Lit.Of(sight.Actor.Name)}, {Lit.Of(WorldPath.Of(operation, sight.Row))},
            {Lit.Of(string.Join(' ', sight.Members))})]
        """);

    private static Code Unseen(ExposedOperation operation, Sight sight)
    {
        var outcome = Code.Of($"{sight.Outcome.Status}, {Lit.Of(sight.Outcome.Code)}");
        return Code.Of($"[InlineData({Lit.Of(sight.Actor.Name)}, {Lit.Of(WorldPath.Of(operation, sight.Row))}, {outcome})]");
    }
}
