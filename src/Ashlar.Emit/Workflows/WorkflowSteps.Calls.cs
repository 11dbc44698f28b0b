using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Model.Workflows;
using Ashlar.Core.Text;
using Ashlar.Emit.Actions;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Slots;
using Ashlar.Emit.Statements;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Workflows;

/// <summary>Steps that call slots.</summary>
internal sealed partial class WorkflowSteps
{
    /// <summary>What takes a call back is tried for a day, every ten minutes in the end; then a person decides.</summary>
    private static readonly RetryRule UndoRetry = new(Tries: 200, TimeSpan.FromDays(1), default);

    private Code Call(WorkflowStep step, CallWork call)
    {
        var undo = call.Undo is { } back
            ? Code.Of($"""
                UndoByCall(
                    {Place(step.Name)}, {Policy(back, UndoRetry)},
                    {Method(step, "Undo")}{Finding(step, back, "UndoFind")});
                """)
            : Code.Empty;
        return Code.Lines([
            Code.Of($"""
                Call(
                    {Place(step.Name)}, {Policy(call.Call, call.Retry)},
                    {Method(step, "Call")}, {Method(step, "Done")}, {Method(step, "NotDone")}{Finding(step, call.Call, "Find")});
                """),
            undo,
        ]);
    }

    private Code CallMethods(WorkflowStep step, CallWork call) => Code.Blocks([
        Asking(step, call.Call, "Call"),
        Found(step, call.Call, "Find"),
        DoneMethod(step, call),
        NotDoneMethod(step, call),
        .. call.Undo is { } undo ? [Asking(step, undo, "Undo"), Found(step, undo, "UndoFind")] : Array.Empty<Code>(),
    ]);

    private Code Policy(CallStatement call, RetryRule retry)
    {
        var slot = emission.Slot(call.Slot);
        var effect = slot.Effect.Kind switch
        {
            EffectKind.Idempotent => "Idempotent",
            EffectKind.Reconcile => "Reconcilable",
            _ => "Once",
        };
        var (timeout, within) = (Time(slot.Timeout), Time(retry.Within));
        return Code.Of($"new(Effect.{Ident.Of(effect)}, Timeout: {timeout}, Attempts: {retry.Tries}, Within: {within})");
    }

    private Code Finding(WorkflowStep step, CallStatement call, string part) => Code.When(
        emission.Slot(call.Slot).Effect.ReconciledBy is not null, () => Code.Of($", find: {Method(step, part)}"));

    /// <summary>One attempt at the call.</summary>
    private Code Asking(WorkflowStep step, CallStatement call, string part)
    {
        var slot = emission.Slot(call.Slot);
        return Code.Of($$"""
            private static async ValueTask<Outcome<{{Output(slot)}}>> {{Method(step, part)}}(CallAttempt call, {{State}} state) =>
                SlotOutcome.Of(await {{SlotNames.Call(slot)}}.RunAsync({{Passed(slot, call)}}));
            """);
    }

    /// <summary>Finds out whether the call was done.</summary>
    private Code Found(WorkflowStep step, CallStatement call, string part)
    {
        var slot = emission.Slot(call.Slot);
        if (slot.Effect.ReconciledBy is not { } by)
        {
            return Code.Empty;
        }

        var finder = emission.Slot(by);
        var parts = slot.Output.Fields.Zip(
            finder.Output.Fields, (to, from) => Code.Of($"{SlotNames.Output(slot, to)}: found.{SlotNames.Output(finder, from)}"));
        return Code.Of($$"""
            private static async ValueTask<Outcome<{{Output(slot)}}>?> {{Method(step, part)}}(CallAttempt call, {{State}} state)
            {
                var (failure, found) = await {{SlotNames.Call(finder)}}.RunAsync({{Passed(finder, call)}});
                return SlotOutcome.Found(failure, found is null ? null : new {{Output(slot)}}({{Code.Join(parts, ", ")}}));
            }
            """);
    }

    /// <summary>The call, and the inputs of the slot, each as the instance carries it.</summary>
    private Code Passed(SlotDefinition slot, CallStatement call)
    {
        var values = slot.Inputs.Select(input =>
            call.Inputs.FirstOrDefault(given => given.Field == input.Name) is { } given
                ? Carried(given.Value, input)
                : Code.Of($"null"));
        return StatementCall.Wrapped([Code.Of($"call.Outside"), .. values]);
    }

    private Code Carried(Expression value, Field input)
    {
        if (value is not Variable variable)
        {
            return CSharpConstant.Of(_types, (Literal)value);
        }

        var property = Code.Of($"state.{PropertyOf(variable.Name)}");
        return HeldOf(variable.Name).IsOptional && !input.IsOptional
            ? Code.Of($"{property} ?? throw call.Missing({Lit.Of(variable.Name)})")
            : property;
    }

    private Code DoneMethod(WorkflowStep step, CallWork call)
    {
        var slot = emission.Slot(call.Call.Slot);
        var variables = new ActionVariables(emission, Step([]));
        var needed = step.Ways.Select(way => way.When).OfType<Expression>().SelectMany(VariablesIn)
            .ToHashSet(StringComparer.Ordinal);
        var locals = Know(variables, step.Uses.Where(variable => needed.Contains(variable.Name)));
        var local = ActionVariables.LocalOf(call.Call.Result ?? "given");
        foreach (var (variable, field) in call.Call.Given.Zip(slot.Output.Fields))
        {
            variables.Know(variable.Name, field.Type, Code.Of($"{local}.{SlotNames.Output(slot, field)}"));
        }

        var body = new ActionBody(emission, Step([]), members, variables);
        var given = call.Call.Given.Where(IsCarried).Select(value => (value.Name, variables.Known(value, value.Type)));
        return MethodOf(
            Method(step, "Done"), [Code.Of($"{Output(slot)} {local}")],
            isAsync => Code.Blocks([locals, Ways(step, body, [.. given], isAsync)]));
    }

    private Code NotDoneMethod(WorkflowStep step, CallWork call) => Code.Of($$"""
        private static ValueTask<Next> {{Method(step, "NotDone")}}({{Turn}} turn, string failure)
        {
            return new(failure switch
            {
                {{Code.Lines(call.Failures.Select(way => Code.Of($"{Named(way)} => turn.Go({Place(way.Target)}),")))}}
                _ => turn.Incident(failure),
            });
        }
        """);

    private static Code Named(FailureWay way) => way.Failure switch
    {
        FailureWay.Failed => Code.Of($"CallFailure.Failed"),
        FailureWay.Unknown => Code.Of($"CallFailure.Unknown"),
        _ => Code.Of($"{Lit.Of(way.Failure)}"),
    };

    private static Code Output(SlotDefinition slot) => Code.Of($"{SlotNames.Call(slot)}.Output");

    private Ident State => Names.Type(WorkflowNames.State(workflow));
}
