using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ashlar.Guard;

/// <summary>Whoever silences a rule says why, and nobody silences one that keeps code in.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SuppressionAnalyzer : SlotAnalyzer
{
    private const int ShortestReason = 10;

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [GuardRule.SlotSuppression];

    private protected override void Register(AnalysisContext context)
    {
        context.RegisterSyntaxTreeAction(CheckTree);
        context.RegisterSyntaxNodeAction(CheckAttribute, SyntaxKind.Attribute);
    }

    private static void CheckTree(SyntaxTreeAnalysisContext context)
    {
        var root = context.Tree.GetRoot(context.CancellationToken);
        foreach (var directive in root.DescendantTrivia().Select(trivia => trivia.GetStructure()))
        {
            switch (directive)
            {
                case PragmaWarningDirectiveTriviaSyntax pragma
                    when pragma.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword):
                    CheckPragma(context, pragma);
                    break;
                case NullableDirectiveTriviaSyntax { SettingToken.RawKind: not (int)SyntaxKind.EnableKeyword } nullable:
                    Report(context.ReportDiagnostic, nullable.GetLocation(), "null is not followed here", "remove `#nullable`");
                    break;
            }
        }

        foreach (var allowance in Allowance.In(root))
        {
            CheckAllowance(context, allowance);
        }
    }

    private static void CheckPragma(SyntaxTreeAnalysisContext context, PragmaWarningDirectiveTriviaSyntax pragma)
    {
        var reason = pragma.EndOfDirectiveToken.LeadingTrivia.Concat(pragma.DescendantTrivia())
            .Where(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia))
            .Select(trivia => trivia.ToString().TrimStart('/').Trim())
            .FirstOrDefault() ?? "";
        if (pragma.ErrorCodes.Count == 0)
        {
            Report(context.ReportDiagnostic, pragma.GetLocation(), "this silences every warning", "name the one that is meant");
        }
        else if (reason.Length < ShortestReason)
        {
            Report(context.ReportDiagnostic, pragma.GetLocation(), "this silences a warning without a reason",
                "say why behind `//` on the same line");
        }
    }

    private static void CheckAllowance(SyntaxTreeAnalysisContext context, Allowance allowance)
    {
        var at = allowance.Comment.GetLocation();
        if (!GuardRule.Allowable.ContainsKey(allowance.Code))
        {
            Report(context.ReportDiagnostic, at, $"`{allowance.Code}` cannot be allowed",
                "remove the comment, and what the rule finds");
        }
        else if (!allowance.HasReason)
        {
            Report(context.ReportDiagnostic, at, "this allows something without a reason",
                $"write `// allow {allowance.Code}: ` and why");
        }
    }

    private static void CheckAttribute(SyntaxNodeAnalysisContext context)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (context.SemanticModel.GetTypeInfo(attribute).Type
            is not { Name: "SuppressMessageAttribute" or "UnconditionalSuppressMessageAttribute" })
        {
            return;
        }

        var reason = attribute.ArgumentList?.Arguments
            .FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.Text == "Justification")?.Expression;
        var text = reason is null ? "" : context.SemanticModel.GetConstantValue(reason).Value as string ?? "";
        if (text.Trim().Length < ShortestReason)
        {
            Report(context.ReportDiagnostic, attribute.GetLocation(), "this silences a rule without a reason",
                "give it a `Justification`");
        }
    }

    private static void Report(Action<Diagnostic> report, Location at, string fact, string instead) =>
        report(GuardRule.SlotSuppression.At(at, fact, "whoever reads it has to know what was weighed", instead));
}
