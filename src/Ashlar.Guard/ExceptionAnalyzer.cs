using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ashlar.Guard;

/// <summary>An exception is a defect that somebody has to see, and a cancelled call has to end.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ExceptionAnalyzer : SlotAnalyzer
{
    private static readonly string[] Wide =
        ["System.Exception", "System.SystemException", "System.OperationCanceledException"];

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [GuardRule.SlotExceptions];

    private protected override void Register(AnalysisContext context) =>
        context.RegisterSyntaxNodeAction(Check, SyntaxKind.CatchClause);

    private static void Check(SyntaxNodeAnalysisContext context)
    {
        var clause = (CatchClauseSyntax)context.Node;
        var type = clause.Declaration is { } declared ? context.SemanticModel.GetTypeInfo(declared.Type).Type : null;
        var name = type?.ToDisplayString() ?? "System.Exception";
        var isWide = Wide.Contains(name) && !NamesKinds(clause);
        if (clause.Block.Statements.Count == 0)
        {
            Report(context, clause, "this `catch` does nothing", "return a failure of the slot, or leave the exception alone");
        }
        else if (isWide && !IsThrownAgain(clause.Block))
        {
            Report(
                context, clause, $"this `catch` takes every {Short(name)}",
                "name the exception that is expected, such as `FormatException`");
        }
    }

    /// <summary>`when (e is FormatException or OverflowException)`.</summary>
    private static bool NamesKinds(CatchClauseSyntax clause) =>
        clause.Filter is { FilterExpression: var filter }
        && filter.DescendantNodesAndSelf().Any(node => node is IsPatternExpressionSyntax
            or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression })
        && !filter.DescendantNodesAndSelf().Any(node => node is PrefixUnaryExpressionSyntax or UnaryPatternSyntax
            or DiscardPatternSyntax or RecursivePatternSyntax or LiteralExpressionSyntax)
        && filter.DescendantNodesAndSelf().OfType<NameSyntax>()
            .All(kind => kind.ToString() is not ("Exception" or "System.Exception"));

    private static bool IsThrownAgain(BlockSyntax block) => block.Statements.Last() is ThrowStatementSyntax;

    private static string Short(string name) => name == "System.OperationCanceledException" ? "cancellation" : "exception";

    private static void Report(SyntaxNodeAnalysisContext context, CatchClauseSyntax clause, string fact, string instead) =>
        ReportUnlessAllowed(
            context.ReportDiagnostic,
            GuardRule.SlotExceptions.At(
                clause.CatchKeyword.GetLocation(), fact, "a defect or a cancellation would go on unseen", instead));
}
