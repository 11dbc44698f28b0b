using System.Text.Json;

namespace Ashlar.Kernel;

/// <summary>Takes back what an instance did, the last first, each in a turn of its own.</summary>
internal sealed class UndoRunner(Database database, TurnRunner turns, CallRunner calls)
{
    private static readonly Statement SelectLast = new(
        """
        select id, step, state from ashlar_flow_undos where instance_id = $1 and not is_undone order by id desc limit 1
        """);

    private static readonly Statement Mark = new("update ashlar_flow_undos set is_undone = true where id = $1");

    /// <summary>Takes back the last of it, or goes on when there is nothing left.</summary>
    public async Task<Landing> RunAsync(Token token, Workflow workflow, UndoStep step, CancellationToken abandoned)
    {
        if (await LastAsync(token, abandoned) is not { } done)
        {
            return await turns.RunAsync(token, new("undone", step.Undone), abandoned);
        }

        using var state = JsonDocument.Parse(done.State);
        var known = state.RootElement;
        return workflow.UndoOf(done.Step) switch
        {
            DoUndo undo => await turns.RunAsync(
                token, new("undo", turn => UndoAsync(turn, done, undo, known)) { Detail = done.Step }, abandoned),
            CallUndo undo => await calls.RunAsync(
                token,
                new(
                    undo.Policy, call => undo.Call(call, known), undo.Find is { } find ? call => find(call, known) : null,
                    (turn, _) => MarkAsync(turn, done), NotDone: null),
                abandoned),
            _ => throw new InvalidOperationException($"{workflow.Name} does not say how {done.Step} is undone."),
        };
    }

    private async Task<Done?> LastAsync(Token token, CancellationToken cancellation)
    {
        await using var session = await database.ReadAsync(cancellation);
        session.IsBackground = true;
        return await session.FirstAsync(
            SelectLast, rows => new Done(rows.Long(0), rows.Text(1), rows.Text(2)), token.Instance);
    }

    private static async ValueTask<Next> UndoAsync(TurnContext turn, Done done, DoUndo undo, JsonElement known)
    {
        await undo.Body(turn with { State = known });
        return await MarkAsync(turn, done);
    }

    private static async ValueTask<Next> MarkAsync(TurnContext turn, Done done)
    {
        await turn.Work.Session.ExecuteAsync(Mark, done.Id);
        return new NextStep(turn.Token.Step, State: null);
    }

    private sealed record Done(long Id, string Step, string State);
}
