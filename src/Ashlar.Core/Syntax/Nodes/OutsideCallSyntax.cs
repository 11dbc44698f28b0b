using System.Collections.Immutable;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax.Nodes;

/// <summary>`run ChargeCard { … } as charge`, as what a step does: it calls a slot outside of every transaction.</summary>
public sealed record OutsideCallSyntax(RunSyntax Run, TextSpan Span) : StepWorkSyntax(Span)
{
    /// <summary>`retry 5 within 2h`.</summary>
    public RetrySyntax? Retry { get; init; }

    /// <summary>`undo RefundCard { receipt: charge.receipt }`.</summary>
    public UndoSyntax? Undo { get; init; }

    /// <summary>`on CardDeclined go Cancel`, in written order.</summary>
    public ImmutableArray<OnFailureSyntax> Failures { get; init; } = [];
}

/// <summary>`retry 5 within 2h`.</summary>
public sealed record RetrySyntax(NumberSyntax? Most, ExpressionSyntax Time, TextSpan Span) : SyntaxNode(Span);

/// <summary>`undo RefundCard { receipt: charge.receipt }`: the call that takes another one back.</summary>
public sealed record UndoSyntax(RunSyntax Run, TextSpan Span) : SyntaxNode(Span);

/// <summary>`on CardDeclined go Cancel`, `on failed go Look` or `on unknown go Look`.</summary>
public sealed record OnFailureSyntax(NameSyntax Failure, NameSyntax Target, TextSpan Span) : SyntaxNode(Span);
