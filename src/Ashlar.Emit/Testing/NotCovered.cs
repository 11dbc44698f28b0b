using Ashlar.Core.Model;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using Ashlar.Emit.Actions;
using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Testing;

/// <summary>`tests/NAME.Tests/NotCovered.md`: the operations and rules that no test tries, where there are some.</summary>
internal static class NotCovered
{
    public static IEnumerable<EmittedFile> Emit(Emission emission)
    {
        var lines = Operations(emission).Concat(Rules(emission)).Concat(States(emission)).ToList();
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

    /// <summary>
    /// The states in which an action moves nothing, and which no test tries: whether the row is moved at all, and what refuses
    /// the action before, is decided by what it does first.
    /// </summary>
    private static IEnumerable<Code> States(Emission emission)
    {
        foreach (var operation in emission.ActionOperations)
        {
            var cases = new ActionCases(emission.Stage, operation);
            var tried = cases.Good() is { } good
                ? cases.OtherStates(good).Select(other => (other.Move.Field, other.State)).ToHashSet()
                : [];
            foreach (var moves in LateMoves(emission, operation))
            {
                var all = emission.Entity(moves.First().Entity).Field(moves.Key)?.State?.States ?? [];
                var left = all.Except(moves.SelectMany(move => move.From)).Where(state => !tried.Contains((moves.Key, state)));
                if (left.ToList() is [_, ..] states)
                {
                    var route = Code.Of($"`{Prose.Comment(operation.Method)} {Prose.Comment(operation.Path)}`");
                    yield return Code.Of($"- {route}: a row whose `{Ident.Of(moves.Key)}` is {List(states)}");
                }
            }
        }
    }

    /// <summary>Moves of the row that the path names, or of one like it, behind other steps: by field.</summary>
    private static IEnumerable<IGrouping<string, MoveStatement>> LateMoves(Emission emission, ActionOperation operation)
    {
        var early = EarlyMoves.Of(emission, operation.Action).ToList();
        return operation.Row?.Type is ReferenceType row
            ? emission.StatementsOf(operation.Action).OfType<MoveStatement>()
                .Where(move => move.Entity == row.Entity && !early.Exists(one => one.Field == move.Field))
                .GroupBy(move => move.Field, StringComparer.Ordinal)
            : [];
    }

    private static Code List(List<string> states) => Code.Join(states.Select(state => Code.Of($"`{Ident.Of(state)}`")), ", ");

    private static IEnumerable<ExposedOperation> Writes(Emission emission) =>
        emission.Operations.Where(operation => operation.Kind is EndpointKind.Create or EndpointKind.Update);
}
