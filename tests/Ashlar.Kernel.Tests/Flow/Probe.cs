using System.Text.Json;

namespace Ashlar.Kernel.Tests.Flow;

using Turn = Turn<Probe.Step, Probe.State>;

/// <summary>A workflow of a few steps that each test fills.</summary>
internal sealed class Probe : Workflow<Probe.Step, Probe.State>
{
    private static readonly Statement Insert = new("insert into effects (kind, subject) values ($1, $2)");

    public Probe(Action<Probe> fill, Again again = Again.Joins, string name = "Probe", int version = 1)
        : base(name, version, Step.First)
    {
        Again = again;
        fill(this);
        End(Step.Done);
        End(Step.Other);
    }

    public enum Step
    {
        First,
        Second,
        Third,
        Undo,
        Done,
        Other,
    }

    /// <summary>What all instances of the tests know: what they are about, and what they have heard.</summary>
    public sealed record State(string Name, string Heard = "");

    /// <summary>Notes an effect of an instance.</summary>
    public static async ValueTask<Next> NoteAsync(Turn turn, string kind, Step next)
    {
        await turn.Work.Session.ExecuteAsync(Insert, kind, turn.State.Name);
        return turn.Go(next, turn.State with { Heard = turn.State.Heard + kind + " " });
    }

    public static async ValueTask NoteAsync(UnitOfWork work, string kind, string name) =>
        await work.Session.ExecuteAsync(Insert, kind, name);

    public void Does(Step step, Func<Turn, ValueTask<Next>> body) => Do(step, body);

    public void Does(Step step, string kind, Step next) => Do(step, turn => NoteAsync(turn, kind, next));

    public void Charges(Step step, CallPolicy policy, Step done, Step? failed = null, bool isFound = false) => Call(
        step, policy,
        (call, state) => call.Service<IGateway>().ChargeAsync(call.Key, state.Name, 1, call.Deadline),
        (turn, receipt) => NoteAsync(turn, receipt, done),
        failed is { } other ? (turn, failure) => NoteAsync(turn, failure, other) : null,
        isFound ? (call, _) => new(((Gateway)call.Service<IGateway>()).Find(call.Key)) : null,
        json => json.GetString() ?? "");

    public void Charges(Step step, CallPolicy policy, Func<Turn, string, ValueTask<Next>> done) => Call(
        step, policy, (call, state) => call.Service<IGateway>().ChargeAsync(call.Key, state.Name, 1, call.Deadline),
        done, null, null, json => json.GetString() ?? "");

    public void Waits(Step step, TimeSpan within, Step next, Step late, params string[] events) => Wait(
        step, within, turn => NoteAsync(turn, "late", late),
        [.. events.Select(one => For(one, state => state.Name, (turn, _) => NoteAsync(turn, one, next)))]);

    public void Forks(Step step, IReadOnlyList<Step> branches, int needed, Step next) =>
        Parallel(step, branches, needed, turn => NoteAsync(turn, "joined", next));

    public void Interrupted(string happened, Step to) =>
        On(happened, state => state.Name, (turn, _) => NoteAsync(turn, happened, to));

    public void Undoes(Step step, string kind) => Undo(step, (work, state) => NoteAsync(work, kind, state.Name));

    public void UndoesAll(Step step, Step next) => UndoAll(step, turn => new(turn.Go(next)));

    public void Limits(TimeSpan limit, Step to) => Limits(limit, turn => NoteAsync(turn, "overdue", to));

    public void Limits(TimeSpan limit, Func<Turn, ValueTask<Next>> overdue) => Within(limit, overdue);

    public void Runs(Step step, Probe child, TimeSpan within, Step next, Step late) => Run(
        step, child, within, turn => NoteAsync(turn, "late", late), state => (state.Name, state),
        (turn, ended) => NoteAsync(turn, $"child:{ended.Step}", next));

    protected override void Write(Utf8JsonWriter json, State state)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, state.Name);
        json.WriteString("heard"u8, state.Heard);
        json.WriteEndObject();
    }

    protected override State Read(JsonElement json) =>
        new(json.GetProperty("name"u8).GetString() ?? "", json.GetProperty("heard"u8).GetString() ?? "");
}
