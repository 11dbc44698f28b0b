using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Workflows;
using Ashlar.Core.Text;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Workflows;

/// <summary>What waits for events and moments, and what is heard at every step.</summary>
internal sealed partial class WorkflowSteps
{
    private Code Wait(WorkflowStep step, WaitWork wait)
    {
        var late = wait.LateTarget ?? throw new InvalidOperationException("a checked wait has a limit");
        var time = wait.Until is { } until ? Code.Of($"state => {Moment(until.At)}")
            : Time(wait.Limit?.Time ?? default);
        var events = wait.Events.Select((one, i) => Code.Of($"""
            For(
                {Lit.Of($"{one.Event}")}, state => {Key(one)},
                {Method(step, Numbered(wait.Events, i))})
            """));
        return Code.Of($"""
            Wait(
                {Code.Join(events.Prepend(Code.Of($"{Place(step.Name)}, {time}, turn => new(turn.Go({Place(late)}))")), ",\n")});
            """);
    }

    /// <summary>`state.BookedStartsAt - TimeSpan.FromDays(1)`.</summary>
    private Code Moment(Expression moment) => moment switch
    {
        Binary { Operator: BinaryOperator.Subtract, Right: Literal { Value: TimeSpan time } } sum =>
            Code.Of($"{Moment(sum.Left)} - {Time(time)}"),
        Binary { Right: Literal { Value: TimeSpan time } } sum => Code.Of($"{Moment(sum.Left)} + {Time(time)}"),
        Variable variable => Code.Of($"state.{PropertyOf(variable.Name)}"),
        _ => throw new InvalidOperationException("a checked moment is carried"),
    };

    private Code Key(AwaitedEvent one)
    {
        var parts = one.Matches.SelectMany(match => new[]
        {
            Code.Of($"{Lit.Of(match.Field)}"),
            match.Value is Variable variable
                ? Code.Of($"state.{PropertyOf(variable.Name)}")
                : CSharpConstant.Of(_types, (Literal)match.Value),
        });
        return Code.Of($"MatchKey.Of({Code.Join(parts, ", ")})");
    }

    public Code RegisterInterrupt(AwaitedEvent one, int index) => Code.Of($"""
        On(
            {Lit.Of($"{one.Event}")}, state => {Key(one)},
            {InterruptName(index)});
        """);

    public Code InterruptMethod(AwaitedEvent one, int index) => HappenedMethod(InterruptName(index), one);

    /// <summary>`OnOrderCancelledAsync`, with a number where the workflow hears the event twice.</summary>
    private Ident InterruptName(int index)
    {
        var name = "On" + Numbered(workflow.Interrupts, index);
        while (workflow.Step(name) is not null)
        {
            name += "Event";
        }

        return Ident.Of(name + "Async");
    }

    private Code HappenedMethod(Ident name, AwaitedEvent one)
    {
        var happened = emission.Event(one.Event);
        var given = one.Name is null
            ? []
            : happened.Fields.Select(field => (Name: $"{one.Name}.{field.Name}", Field: field))
                .Where(item => IsCarried(item.Name))
                .Select(item => (item.Name, (Code?)Code.Of($"told.{Names.Property(happened.Name, item.Field)}"))).ToList();
        var read = Code.When(given.Count > 0, () =>
            Code.Of($"var told = {_types.Name(happened.Name)}.Read(JsonBody.Of(json));"));
        return MethodOf(
            name, [Code.Of($"JsonElement json")],
            isAsync => Code.Blocks([read, Go(one.Target, given, [], isAsync)]));
    }

    /// <summary>`ParcelArrived`, with a number where the event is there twice.</summary>
    private static string Numbered(ValueList<AwaitedEvent> events, int index) =>
        events.Take(index).Count(other => other.Event == events[index].Event) is var before and > 0
            ? $"{events[index].Event.Name}{before + 1}"
            : events[index].Event.Name;
}
