using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using Ashlar.Emit.Expressions;

namespace Ashlar.Emit.Actions;

/// <summary>What `set` and `move` do to one row, one after the other: one statement of the database.</summary>
internal sealed record RowChange(Expression Row, ElementName Entity, ValueList<GivenValue> Values, ValueList<MoveStatement> Moves)
{
    /// <summary>The change of one statement; null for statements of other kinds.</summary>
    public static RowChange? Of(Statement statement) => statement switch
    {
        SetStatement { Value.Type: not ListType } set => new(set.Row, set.Entity, [new(set.Field, set.Value, set.Origin)], []),
        MoveStatement move => new(move.Row, move.Entity, [State(move)], [move]),
        _ => null,
    };

    /// <summary>Both as one; null where the second may see what the first did, or they are about different rows.</summary>
    public RowChange? With(SystemModel model, RowChange next)
    {
        var isSame = next.Row == Row && next.Values.All(value => Values.All(known => known.Field != value.Field));
        var isOneMove = Moves.IsEmpty || next.Moves.IsEmpty;
        return isSame && isOneMove && !next.Values.Any(value => MaySee(model, value.Value))
            ? this with { Values = [.. Values, .. next.Values], Moves = [.. Moves, .. next.Moves] }
            : null;
    }

    private static GivenValue State(MoveStatement move) => new(
        move.Field, new Literal(new StateType(move.Entity, move.Field), move.To), move.Origin);

    // Lists and computed fields may lead back to the row.
    private bool MaySee(SystemModel model, Expression value) =>
        FunctionInliner.Inline(value, model.Function).DescendantsAndSelf().Any(node => node switch
        {
            Comprehension => true,
            FieldAccess access when model.FieldOf(access) is { } field => field.Computed is not null || IsChanged(access),
            _ => false,
        });

    private bool IsChanged(FieldAccess access) =>
        access.Target.Type is ReferenceType row && row.Entity == Entity && Values.Any(value => value.Field == access.Field);
}
