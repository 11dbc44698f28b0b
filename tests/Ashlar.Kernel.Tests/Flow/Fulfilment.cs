using System.Text.Json;

namespace Ashlar.Kernel.Tests.Flow;

using Turn = Turn<Fulfilment.Step, Fulfilment.State>;

/// <summary>
/// A workflow as the compiler writes one: reserve, charge, pack, print and notify at once, wait for the delivery; or take all
/// of it back.
/// </summary>
internal sealed class Fulfilment : Workflow<Fulfilment.Step, Fulfilment.State>
{
    private static readonly CallPolicy ChargePolicy = new(
        Effect.Idempotent, Timeout: TimeSpan.FromSeconds(10), Attempts: 3, Within: TimeSpan.FromHours(2));

    private static readonly Statement Reserve = new("insert into effects (kind, subject) values ('reserve', $1)");
    private static readonly Statement Release = new("insert into effects (kind, subject) values ('release', $1)");
    private static readonly Statement Print = new("insert into effects (kind, subject) values ('print', $1)");
    private static readonly Statement Notify = new("insert into effects (kind, subject) values ('notify', $1)");
    private static readonly Statement Deliver = new("insert into effects (kind, subject) values ('deliver', $1)");

    private Fulfilment()
        : base("Ordering.Fulfilment", version: 1, Step.Reserve)
    {
        Again = Again.Refused;
        Within(TimeSpan.FromDays(30), turn => new(turn.Go(Step.Cancel)));
        On("OrderCancelled", state => state.Order, (turn, _) => new(turn.Go(Step.Cancel)));
        Do(Step.Reserve, ReserveAsync);
        Undo(Step.Reserve, UndoReserveAsync);
        Call(Step.Charge, ChargePolicy, ChargeAsync, ChargedAsync, NotChargedAsync);
        UndoByCall(Step.Charge, ChargePolicy, RefundAsync);
        Ask(Step.Pack, new("Warehouse", Within: TimeSpan.FromDays(5)), PackTitle, turn => new(turn.Go(Step.Cancel)), PackedAsync);
        Parallel(Step.Ship, [Step.Print, Step.Notify], needed: 2, turn => new(turn.Go(Step.AwaitDelivery)));
        Do(Step.Print, PrintAsync);
        Do(Step.Notify, NotifyAsync);
        Wait(
            Step.AwaitDelivery, TimeSpan.FromDays(14), turn => new(turn.Go(Step.Cancel)),
            For("ParcelDelivered", state => state.Tracking ?? "", DeliveredAsync),
            For("ParcelLost", state => state.Tracking ?? "", (turn, _) => new(turn.Go(Step.Cancel))));
        Do(Step.Deliver, DeliverAsync);
        UndoAll(Step.Cancel, turn => new(turn.Go(Step.Cancelled)));
        End(Step.Done);
        End(Step.Cancelled);
    }

    /// <summary>The steps.</summary>
    public enum Step
    {
        Reserve,
        Charge,
        Pack,
        Ship,
        Print,
        Notify,
        AwaitDelivery,
        Deliver,
        Cancel,
        Done,
        Cancelled,
    }

    /// <summary>The workflow.</summary>
    public static Fulfilment Definition { get; } = new();

    /// <inheritdoc />
    protected override void Write(Utf8JsonWriter json, State state)
    {
        json.WriteStartObject();
        json.WriteString("order"u8, state.Order);
        json.WriteNumber("total"u8, state.Total);
        json.WriteString("receipt"u8, state.Receipt);
        json.WriteString("tracking"u8, state.Tracking);
        json.WriteEndObject();
    }

    /// <inheritdoc />
    protected override State Read(JsonElement json) => new(
        json.GetProperty("order"u8).GetString() ?? "",
        json.GetProperty("total"u8).GetDecimal(),
        json.GetProperty("receipt"u8).GetString(),
        json.GetProperty("tracking"u8).GetString());

    private static async ValueTask<Next> ReserveAsync(Turn turn)
    {
        await turn.Work.Session.ExecuteAsync(Reserve, turn.State.Order);
        return turn.Go(Step.Charge);
    }

    private static async ValueTask UndoReserveAsync(UnitOfWork work, State state) =>
        await work.Session.ExecuteAsync(Release, state.Order);

    private static ValueTask<Outcome<string>> ChargeAsync(CallAttempt call, State state) =>
        call.Service<IGateway>().ChargeAsync(call.Key, state.Order, state.Total, call.Deadline);

    private static ValueTask<Next> ChargedAsync(Turn turn, string receipt) =>
        new(turn.Go(Step.Pack, turn.State with { Receipt = receipt }));

    private static ValueTask<Next> NotChargedAsync(Turn turn, string failure) => new(failure switch
    {
        "CardDeclined" => turn.Go(Step.Cancel),
        _ => turn.Incident(failure),
    });

    private static ValueTask<Outcome<string>> RefundAsync(CallAttempt call, State state) =>
        call.Service<IGateway>().RefundAsync(call.Key, state.Receipt ?? "", call.Deadline);

    private static string PackTitle(State state) => $"Pack order {state.Order}";

    private static ValueTask<Next> PackedAsync(Turn turn, JsonElement answer) =>
        new(turn.Go(Step.Ship, turn.State with { Tracking = answer.GetProperty("tracking"u8).GetString() }));

    private static async ValueTask<Next> PrintAsync(Turn turn)
    {
        await turn.Work.Session.ExecuteAsync(Print, turn.State.Order);
        return turn.Join();
    }

    private static async ValueTask<Next> NotifyAsync(Turn turn)
    {
        await turn.Work.Session.ExecuteAsync(Notify, turn.State.Order);
        return turn.Join();
    }

    private static ValueTask<Next> DeliveredAsync(Turn turn, JsonElement delivered) => new(turn.Go(Step.Deliver));

    private static async ValueTask<Next> DeliverAsync(Turn turn)
    {
        await turn.Work.Session.ExecuteAsync(Deliver, turn.State.Order);
        return turn.Go(Step.Done);
    }

    /// <summary>What an instance knows.</summary>
    public sealed record State(string Order, decimal Total, string? Receipt = null, string? Tracking = null);
}
