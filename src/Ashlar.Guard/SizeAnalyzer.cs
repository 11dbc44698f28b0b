using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ashlar.Guard;

/// <summary>Hand-written code stays small enough to be read.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SizeAnalyzer : SlotAnalyzer
{
    /// <summary>The most lines of a file.</summary>
    public const int MostLinesOfFile = 400;

    /// <summary>The most lines of a method.</summary>
    public const int MostLinesOfMethod = 60;

    /// <summary>The most ways through a method: one, and one more for each branch.</summary>
    public const int MostBranches = 15;

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [GuardRule.SlotSize];

    private protected override void Register(AnalysisContext context)
    {
        context.RegisterSyntaxTreeAction(CheckFile);
        context.RegisterSyntaxNodeAction(
            CheckMember,
            SyntaxKind.MethodDeclaration, SyntaxKind.ConstructorDeclaration, SyntaxKind.LocalFunctionStatement,
            SyntaxKind.OperatorDeclaration, SyntaxKind.ConversionOperatorDeclaration, SyntaxKind.GetAccessorDeclaration,
            SyntaxKind.SetAccessorDeclaration, SyntaxKind.InitAccessorDeclaration, SyntaxKind.PropertyDeclaration,
            SyntaxKind.IndexerDeclaration, SyntaxKind.FieldDeclaration);
    }

    private static void CheckFile(SyntaxTreeAnalysisContext context)
    {
        var lines = context.Tree.GetText(context.CancellationToken).Lines.Count;
        if (lines > MostLinesOfFile)
        {
            var first = context.Tree.GetRoot(context.CancellationToken).GetFirstToken(includeZeroWidth: true);
            ReportUnlessAllowed(context.ReportDiagnostic, GuardRule.SlotSize.At(
                first.GetLocation(), $"this file has {lines} lines, at most {MostLinesOfFile} are allowed",
                "nobody can say what it does", "move types to files of their own"));
        }
    }

    private static void CheckMember(SyntaxNodeAnalysisContext context)
    {
        var place = context.Node.GetLocation().GetLineSpan();
        var lines = place.EndLinePosition.Line - place.StartLinePosition.Line + 1;
        var branches = 1 + context.Node.DescendantNodes().Count(IsBranch);
        var at = NameOf(context.Node).GetLocation();
        if (lines > MostLinesOfMethod)
        {
            ReportUnlessAllowed(context.ReportDiagnostic, GuardRule.SlotSize.At(
                at, $"this member has {lines} lines, at most {MostLinesOfMethod} are allowed", "nobody can say what it does",
                "move a part of it to a method with a name"));
        }
        else if (branches > MostBranches)
        {
            ReportUnlessAllowed(context.ReportDiagnostic, GuardRule.SlotSize.At(
                at, $"there are {branches} ways through this member, at most {MostBranches} are allowed",
                "nobody can test them all", "move a part of it to a method, or look the answer up in a table"));
        }
    }

    private static SyntaxToken NameOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier,
        LocalFunctionStatementSyntax method => method.Identifier,
        PropertyDeclarationSyntax property => property.Identifier,
        _ => node.GetFirstToken(),
    };

    private static bool IsBranch(SyntaxNode node) => (SyntaxKind)node.RawKind
        is SyntaxKind.IfStatement or SyntaxKind.WhileStatement or SyntaxKind.DoStatement or SyntaxKind.ForStatement
        or SyntaxKind.ForEachStatement or SyntaxKind.ForEachVariableStatement or SyntaxKind.CaseSwitchLabel
        or SyntaxKind.CasePatternSwitchLabel or SyntaxKind.SwitchExpressionArm or SyntaxKind.CatchClause
        or SyntaxKind.ConditionalExpression or SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression
        or SyntaxKind.CoalesceExpression;
}
