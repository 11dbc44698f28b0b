using Ashlar.Core.Model;
using Ashlar.Core.Text;
using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Testing;

/// <summary>`tests/NAME.Tests/NotCovered.md`: the operations and rules that no test tries, where there are some.</summary>
internal static class NotCovered
{
    public static IEnumerable<EmittedFile> Emit(Emission emission)
    {
        var lines = Operations(emission).Concat(Rules(emission)).ToList();
        if (lines.Count > 0)
        {
            yield return Generated(
                $"{Folders.Tests(emission)}/{FileSet.NotCovered}",
                Code.Of($"""
                    # What the generated tests leave out

                    No request was found, among the people and rows in `World.cs`, that the model lets through or that breaks
                    one rule alone. A sample in the model that comes closer helps; else write these tests in `tests/Custom/`.

                    {Code.Lines(lines)}
                    """));
        }
    }

    private static IEnumerable<Code> Operations(Emission emission) =>
        from operation in Writes(emission)
        where operation.Kind == EndpointKind.Create
            ? emission.Stage.GoodRequest(operation) is null
            : emission.Stage.GoodChange(operation) is null
        select Code.Of($"- `{Prose.Comment(operation.Method)} {Prose.Comment(operation.Path)}`: no good request");

    /// <summary>A rule counts as tried when one of the operations tries it.</summary>
    private static IEnumerable<Code> Rules(Emission emission) =>
        from operations in Writes(emission).GroupBy(operation => operation.Entity)
        let tried = operations.SelectMany(operation => emission.Stage.BrokenRules(operation))
            .Select(refused => refused.About).ToHashSet(StringComparer.Ordinal)
        from rule in operations.Key.Checks.Select(check => check.Name)
            .Concat(Uniqueness.Of(operations.Key).Select(unique => unique.Name))
        where !tried.Contains(rule)
        select Code.Of($"- `{Ident.Of(rule)}` of `{Ident.Of(operations.Key.Name.Name)}`: no request that breaks it alone");

    private static IEnumerable<ExposedOperation> Writes(Emission emission) =>
        emission.Operations.Where(operation => operation.Kind is EndpointKind.Create or EndpointKind.Update);
}
