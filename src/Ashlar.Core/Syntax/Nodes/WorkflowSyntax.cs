using System.Collections.Immutable;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax.Nodes;

/// <summary>`workflow Fulfilment { start on OrderPlaced as placed step Pack { … } end Done }`: a process that waits.</summary>
public sealed record WorkflowSyntax(NameSyntax Name, TextSpan Span) : DeclarationSyntax(Name, Span)
{
    public ImmutableArray<WorkflowStartSyntax> Starts { get; init; } = [];

    /// <summary>`key placed.order`: no two unfinished instances are equal in it.</summary>
    public ExpressionSyntax? Key { get; init; }

    /// <summary>`again joins`: what a second start with the same key does.</summary>
    public NameSyntax? Again { get; init; }

    /// <summary>`as system`.</summary>
    public NameSyntax? Runner { get; init; }

    /// <summary>`within 30d else go Escalate`, of the whole instance.</summary>
    public LimitSyntax? Within { get; init; }

    /// <summary>`on OrderCancelled as called where called.order == placed.order go Cancel`, from every step.</summary>
    public ImmutableArray<WaitForSyntax> Interrupts { get; init; } = [];

    public ImmutableArray<StepSyntax> Steps { get; init; } = [];

    /// <summary>`end Done`.</summary>
    public ImmutableArray<NameSyntax> Ends { get; init; } = [];

    public override T Accept<T>(IDeclarationVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>`start on OrderPlaced as placed where placed.total > 100`.</summary>
public sealed record WorkflowStartSyntax(QualifiedNameSyntax Event, NameSyntax As, ExpressionSyntax? Where, TextSpan Span)
    : SyntaxNode(Span);

/// <summary>
/// `step Pack { task … then AwaitDelivery }`: at most one kind of work, and where it goes from there.
/// </summary>
public sealed record StepSyntax(NameSyntax Name, TextSpan Span) : SyntaxNode(Span)
{
    /// <summary>What the step does, in written order; more than one is reported.</summary>
    public ImmutableArray<StepWorkSyntax> Work { get; init; } = [];

    /// <summary>`within 5d else go Escalate`.</summary>
    public LimitSyntax? Within { get; init; }

    /// <summary>`then Pack`, or the ways of `choose { … }`.</summary>
    public ImmutableArray<WaySyntax> Ways { get; init; } = [];

    public bool IsChoice { get; init; }

    /// <summary>`undo all`: what earlier steps did is taken back, before the work.</summary>
    public UndoAllSyntax? UndoAll { get; init; }
}

/// <summary>`undo all`.</summary>
public sealed record UndoAllSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary>`within 5d else go Escalate`.</summary>
public sealed record LimitSyntax(ExpressionSyntax Time, NameSyntax Target, TextSpan Span) : SyntaxNode(Span);

/// <summary>`then Pack`, `when verdict.refund then Cancel` or `otherwise then Done`.</summary>
public sealed record WaySyntax(ExpressionSyntax? When, NameSyntax Target, TextSpan Span) : SyntaxNode(Span)
{
    /// <summary>`at most 50 else go Nobody`, for a way that leads back.</summary>
    public MostSyntax? Most { get; init; }
}

/// <summary>`at most 50 else go Nobody`.</summary>
public sealed record MostSyntax(NumberSyntax? Most, NameSyntax Target, TextSpan Span) : SyntaxNode(Span);

/// <summary>What a step does.</summary>
public abstract record StepWorkSyntax(TextSpan Span) : SyntaxNode(Span);

/// <summary>`do { move order.status to Delivered }`.</summary>
public sealed record DoSyntax(ImmutableArray<StatementSyntax> Statements, TextSpan Span) : StepWorkSyntax(Span);

/// <summary>`task "Pack order {placed.order.number}" for Warehouse ask { tracking: text max 40 } as parcel`.</summary>
public sealed record TaskSyntax(ExpressionSyntax Title, QualifiedNameSyntax Role, TextSpan Span)
    : StepWorkSyntax(Span)
{
    public ImmutableArray<FieldSyntax> Asks { get; init; } = [];

    public NameSyntax? As { get; init; }
}

/// <summary>
/// `wait { for ParcelDelivered as done where … then Deliver   within 14d then Lost }`, or `wait until booked.startsAt then Go`.
/// </summary>
public sealed record WaitSyntax(ImmutableArray<WaitForSyntax> Events, TextSpan Span) : StepWorkSyntax(Span)
{
    public LimitSyntax? Within { get; init; }

    /// <summary>`until booked.startsAt - 1d then Remind`: a moment instead of a time.</summary>
    public LimitSyntax? Until { get; init; }
}

/// <summary>
/// `for ParcelDelivered as done where done.tracking == parcel.tracking then Deliver`, or the same with `on … go` of a workflow.
/// </summary>
public sealed record WaitForSyntax(
    QualifiedNameSyntax Event, NameSyntax? As, ExpressionSyntax? Where, NameSyntax Target, TextSpan Span) : SyntaxNode(Span);
