using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Syntax;

public sealed partial class Parser
{
    /// <summary>`run ChargeCard { … } as charge`, as what a step of a workflow does.</summary>
    private OutsideCallSyntax ParseStepCall()
    {
        var run = ParseRun();
        return new OutsideCallSyntax(run, run.Span);
    }

    private UndoAllSyntax ParseUndoAll()
    {
        var start = Take().Span.Start;
        Take();
        return new UndoAllSyntax(SpanFrom(start));
    }

    /// <summary>`retry`, `undo` or `on`, of the call that stands before it.</summary>
    private StepSyntax ParseCallPart(StepSyntax step)
    {
        if (step.Work is not [.., OutsideCallSyntax call])
        {
            SkipUnknownWord("a step without a call", Vocabulary.StepParts.All);
            return step;
        }

        var word = Take();
        switch (TextOf(word))
        {
            case "retry":
                ReportRepeated(word, call.Retry is not null);
                call = call with { Retry = ParseRetry(word.Span.Start) };
                break;
            case "undo":
                ReportRepeated(word, call.Undo is not null);
                call = call with { Undo = ParseUndo(word.Span.Start) };
                break;
            default:
                call = call with { Failures = call.Failures.Add(ParseOnFailure(word.Span.Start)) };
                break;
        }

        call = call with { Span = SpanFrom(call.Run.Span.Start) };
        return step with { Work = step.Work.SetItem(step.Work.Length - 1, call) };
    }

    /// <summary>`5 within 2h`.</summary>
    private RetrySyntax ParseRetry(int start)
    {
        var most = ParseNumber();
        var time = ExpectWord("within") || MayContinue ? ParseUnary() : new MissingExpressionSyntax(Gap);
        return new RetrySyntax(most, time, SpanFrom(start));
    }

    /// <summary>`RefundCard { receipt: charge.receipt }`.</summary>
    private UndoSyntax ParseUndo(int start)
    {
        var first = _position - 1;
        var slot = ParseQualifiedName();
        var run = new RunSyntax(slot, ParseValues(first), SpanFrom(slot.Span.Start));
        return new UndoSyntax(run, SpanFrom(start));
    }

    /// <summary>`CardDeclined go Cancel`.</summary>
    private OnFailureSyntax ParseOnFailure(int start)
    {
        var failure = AtWord("failed") || AtWord("unknown") ? TakeName() : ParseName();
        var target = ParseGo();
        return new OnFailureSyntax(failure, target, SpanFrom(start));
    }
}
