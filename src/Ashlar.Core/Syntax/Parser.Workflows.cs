using System.Collections.Immutable;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

public sealed partial class Parser
{
    private bool _isInWork;

    private WorkflowSyntax ParseWorkflow(int start)
    {
        Take();
        var workflow = new WorkflowSyntax(ParseDeclaredName(), default);
        var block = OpenBlock(Owner("workflow", workflow.Name));
        while (InBlock(ref block))
        {
            workflow = ParseWorkflowPart(workflow);
        }

        CloseBlock(block);
        return workflow with { Span = SpanFrom(start) };
    }

    private WorkflowSyntax ParseWorkflowPart(WorkflowSyntax workflow)
    {
        var word = Current;
        switch (TextOf(word))
        {
            case "start":
                return workflow with { Starts = workflow.Starts.Add(ParseWorkflowStart(Take().Span.Start)) };
            case "key":
                Take();
                ReportRepeated(word, workflow.Key is not null);
                return workflow with { Key = ParseExpression(), Again = TryTakeWord("again") ? ParseName() : null };
            case "as":
                Take();
                ReportRepeated(word, workflow.Runner is not null);
                return workflow with { Runner = IsWord(Current, "system") ? TakeName() : ParseName() };
            case "within":
                ReportRepeated(word, workflow.Within is not null);
                return workflow with { Within = ParseLimit() };
            case "on":
                return workflow with { Interrupts = workflow.Interrupts.Add(ParseInterrupt(Take().Span.Start)) };
            case "step":
                return workflow with { Steps = workflow.Steps.Add(ParseStep(Take().Span.Start)) };
            case "end":
                Take();
                return workflow with { Ends = workflow.Ends.Add(ParseDeclaredName()) };
            default:
                SkipUnknownWord("a workflow", Vocabulary.WorkflowParts.All);
                return workflow;
        }
    }

    /// <summary>`start on OrderPlaced as placed where placed.total > 100`.</summary>
    private WorkflowStartSyntax ParseWorkflowStart(int start)
    {
        var (happened, name, _) = ParseStart(start);
        name = name.IsMissing ? name : WithWas(name);
        var where = ParseWhere();
        return new WorkflowStartSyntax(happened, name, where, SpanFrom(start));
    }

    /// <summary>`within 30d else go Escalate`.</summary>
    private LimitSyntax ParseLimit()
    {
        var start = Take().Span.Start;
        var time = ParseUnary();
        ExpectWord("else");
        var target = ParseGo();
        return new LimitSyntax(time, target, SpanFrom(start));
    }

    /// <summary>`go Escalate`.</summary>
    private NameSyntax ParseGo() => ExpectWord("go") || MayContinue ? ParseName() : MissingName;

    private StepSyntax ParseStep(int start)
    {
        var step = new StepSyntax(ParseDeclaredName(), default);
        var block = OpenBlock(Owner("step", step.Name));
        while (InBlock(ref block) && !AtWorkflowPart)
        {
            step = ParseStepPart(step);
        }

        CloseBlock(block);
        return step with { Span = SpanFrom(start) };
    }

    /// <summary>A step begins where the one before it is not closed.</summary>
    private bool AtWorkflowPart => IsFirstOnLine(_position) && TextOf(Current) is ("step" or "end");

    private StepSyntax ParseStepPart(StepSyntax step)
    {
        var word = Current;
        switch (TextOf(word))
        {
            case "do":
                return step with { Work = step.Work.Add(ParseDo(Take().Span.Start)) };
            case "task":
                return step with { Work = step.Work.Add(ParseTask(Take().Span.Start)) };
            case "ask":
                return ParseAsk(step);
            case "wait":
                return step with { Work = step.Work.Add(ParseWait(Take().Span.Start)) };
            case "run":
                return step with { Work = step.Work.Add(ParseStepCall()) };
            case "undo" when IsWord(Peek(1), "all"):
                ReportRepeated(word, step.UndoAll is not null);
                return step with { UndoAll = ParseUndoAll() };
            case "retry" or "undo" or "on":
                return ParseCallPart(step);
            case "within":
                ReportRepeated(word, step.Within is not null);
                return step with { Within = ParseLimit() };
            case "then":
                ReportRepeated(word, !step.Ways.IsEmpty);
                return step with { Ways = step.Ways.Add(ParseWay(Take().Span.Start, null)) };
            case "choose":
                ReportRepeated(word, !step.Ways.IsEmpty);
                Take();
                return step with { Ways = step.Ways.AddRange(ParseChoice()), IsChoice = true };
            default:
                if (Kind == TokenKind.Text)
                {
                    ExpectWord("task");
                    return step with { Work = step.Work.Add(ParseTask(word.Span.Start)) };
                }

                SkipUnknownWord("a step", Vocabulary.StepParts.All);
                return step;
        }
    }

    /// <summary>Where the work of a workflow's step is read, the step goes on: no statement begins like this.</summary>
    private bool AtWayOn => _isInWork && (AtWorkflowPart || AtWord("then") || AtWord("choose"));

    private DoSyntax ParseDo(int start)
    {
        _isInAction = true;
        _isInWork = true;
        var statements = ParseStatements("`do`");
        _isInAction = false;
        _isInWork = false;
        return new DoSyntax(statements, SpanFrom(start));
    }

    /// <summary>`task "Pack order {placed.order.number}" for Warehouse`.</summary>
    private TaskSyntax ParseTask(int start)
    {
        var title = ParseUnary();
        ExpectWord("for");
        var role = ParseQualifiedName();
        return new TaskSyntax(title, role, SpanFrom(start));
    }

    /// <summary>`ask { tracking: text max 40 } as parcel`, of the task that stands before it.</summary>
    private StepSyntax ParseAsk(StepSyntax step)
    {
        if (step.Work is not [.., TaskSyntax task])
        {
            SkipUnknownWord("a step without a task", Vocabulary.StepParts.All);
            return step;
        }

        ReportRepeated(Take(), !task.Asks.IsEmpty);
        var asks = ParseInputs();
        var name = ExpectWord("as") || MayContinue ? ParseDeclaredName() : MissingName;
        task = task with { Asks = asks, As = name, Span = SpanFrom(task.Span.Start) };
        return step with { Work = step.Work.SetItem(step.Work.Length - 1, task) };
    }

    /// <summary>`when verdict.refund then Cancel   otherwise then Done`.</summary>
    private ImmutableArray<WaySyntax> ParseChoice()
    {
        var ways = ImmutableArray.CreateBuilder<WaySyntax>();
        var block = OpenBlock("`choose`");
        while (InBlock(ref block))
        {
            var start = Current.Span.Start;
            if (TryTakeWord("when"))
            {
                var condition = ParseExpression();
                ExpectWord("then");
                ways.Add(ParseWay(start, condition));
            }
            else if (TryTakeWord("otherwise"))
            {
                ExpectWord("then");
                ways.Add(ParseWay(start, null));
            }
            else
            {
                SkipUnknownWord("`choose`", Vocabulary.ChoiceParts.All);
            }
        }

        CloseBlock(block);
        return ways.DrainToImmutable();
    }

    /// <summary>`Next`, or `Next at most 50 else go Nobody`.</summary>
    private WaySyntax ParseWay(int start, ExpressionSyntax? when)
    {
        var target = ParseName();
        var most = ParseMost();
        return new WaySyntax(when, target, SpanFrom(start)) { Most = most };
    }

    private MostSyntax? ParseMost()
    {
        if (!(AtWord("at") && IsWord(Peek(1), "most")))
        {
            return null;
        }

        var start = Take().Span.Start;
        Take();
        var number = ParseNumber();
        ExpectWord("else");
        var target = ParseGo();
        return new MostSyntax(number, target, SpanFrom(start));
    }
}
