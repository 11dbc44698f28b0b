using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Statements;

namespace Ashlar.Emit.Actions;

/// <summary>
/// The moves whose state can be asked for before anything is done: of a row that the action was given, moved in any case,
/// and by nothing before.
/// </summary>
internal static class EarlyMoves
{
    public static IEnumerable<MoveStatement> Of(Emission emission, ActionDefinition action)
    {
        var named = StatementTree.Named(action.Body).Select(variable => variable.Name).ToHashSet(StringComparer.Ordinal);
        var moved = new HashSet<(ElementName Entity, string Field)>();
        foreach (var statement in action.Body)
        {
            var isFirst = statement is MoveStatement { Row: Variable row } early
                && !named.Contains(row.Name) && !moved.Contains((early.Entity, early.Field));
            if (isFirst && statement is MoveStatement move)
            {
                yield return move;
            }

            moved.UnionWith(MovedBy(emission, statement));
        }
    }

    /// <summary>The states that a statement may move, also through the actions that it runs.</summary>
    private static IEnumerable<(ElementName Entity, string Field)> MovedBy(Emission emission, Statement statement) =>
        StatementTree.All([statement]).SelectMany(inner => inner switch
        {
            MoveStatement move => [(move.Entity, move.Field)],
            RunStatement run => emission.StatementsOf(emission.Action(run.Action)).OfType<MoveStatement>()
                .Select(move => (move.Entity, move.Field)),
            _ => [],
        });
}
