using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ashlar.Guard;

/// <summary>
/// A loop that is not counted asks whether the call is cancelled: code that does not ask cannot be stopped. `foreach` and a
/// `for` that counts to a bound end by themselves.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LoopAnalyzer : SlotAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [GuardRule.SlotCancellation];

    private protected override void Register(AnalysisContext context) => context.RegisterSyntaxNodeAction(
        Check, SyntaxKind.WhileStatement, SyntaxKind.DoStatement, SyntaxKind.ForStatement);

    private static void Check(SyntaxNodeAnalysisContext context)
    {
        if (IsCounted(context.Node) || AsksToken(context))
        {
            return;
        }

        ReportUnlessAllowed(
            context.ReportDiagnostic,
            GuardRule.SlotCancellation.At(
                context.Node.GetFirstToken().GetLocation(), "this loop does not ask whether the call is cancelled",
                "a call that takes too long could not be stopped",
                "call `cancellation.ThrowIfCancellationRequested()` in it, or count with `for` to a bound"));
    }

    private static bool AsksToken(SyntaxNodeAnalysisContext context) =>
        context.Node.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Any(access =>
            access.Name.Identifier.Text is "ThrowIfCancellationRequested" or "IsCancellationRequested"
            && context.SemanticModel.GetTypeInfo(access.Expression).Type is
            {
                Name: "CancellationToken",
                ContainingNamespace: { Name: "Threading" },
            });

    /// <summary>`for (var i = 0; i &lt; text.Length; i++)`, where the body leaves `i` alone.</summary>
    private static bool IsCounted(SyntaxNode node)
    {
        if (node is not ForStatementSyntax
            {
                Declaration.Variables: { Count: 1 } variables,
                Condition: BinaryExpressionSyntax { RawKind: var kind } condition,
                Incrementors: { Count: 1 } steps,
            } loop)
        {
            return false;
        }

        var name = variables[0].Identifier.Text;

        var isBounded = (SyntaxKind)kind is SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression
            or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression;
        return isBounded && (Names(condition.Left, name) || Names(condition.Right, name)) && IsStep(steps[0], name)
            && !loop.Statement.DescendantNodes().Any(inner => Writes(inner, name));
    }

    private static bool IsStep(ExpressionSyntax step, string name) => step switch
    {
        PostfixUnaryExpressionSyntax unary => Names(unary.Operand, name),
        PrefixUnaryExpressionSyntax unary => Names(unary.Operand, name),
        AssignmentExpressionSyntax
        {
            RawKind: (int)SyntaxKind.AddAssignmentExpression or (int)SyntaxKind.SubtractAssignmentExpression,
            Right: LiteralExpressionSyntax { Token.Value: int and not 0 },
        } assignment => Names(assignment.Left, name),
        _ => false,
    };

    private static bool Writes(SyntaxNode node, string name) => node switch
    {
        AssignmentExpressionSyntax assignment => Names(assignment.Left, name),
        PostfixUnaryExpressionSyntax unary => Names(unary.Operand, name),
        PrefixUnaryExpressionSyntax unary => Names(unary.Operand, name),
        ArgumentSyntax { RefKindKeyword.RawKind: not 0 } passed => Names(passed.Expression, name),
        RefExpressionSyntax passed => Names(passed.Expression, name),
        _ => false,
    };

    private static bool Names(ExpressionSyntax node, string name) =>
        node is IdentifierNameSyntax found && found.Identifier.Text == name;
}
