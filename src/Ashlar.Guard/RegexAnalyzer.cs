using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Ashlar.Guard;

/// <summary>A pattern is matched in linear time, or has a time limit.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RegexAnalyzer : SlotAnalyzer
{
    /// <summary>`RegexOptions.NonBacktracking`.</summary>
    private const int NonBacktracking = 1024;

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [GuardRule.SlotRegex];

    private protected override void Register(AnalysisContext context) =>
        context.RegisterOperationAction(Check, OperationKind.ObjectCreation, OperationKind.Invocation);

    private static void Check(OperationAnalysisContext context)
    {
        var (method, arguments) = context.Operation switch
        {
            IObjectCreationOperation { Constructor: { } made } created => (made, created.Arguments),
            IInvocationOperation { TargetMethod: { IsStatic: true } called } call => (called, call.Arguments),
            _ => (null, ImmutableArray<IArgumentOperation>.Empty),
        };
        if (method is null
            || method.ContainingType is not { Name: "Regex", ContainingNamespace.Name: "RegularExpressions" }
            || method.Name is "Escape" or "Unescape"
            || arguments.Any(IsBound))
        {
            return;
        }

        context.ReportDiagnostic(GuardRule.SlotRegex.At(
            context.Operation.Syntax.GetLocation(), "this pattern may take exponential time",
            "a text that somebody sends could stop the server", "pass `RegexOptions.NonBacktracking`, or a time limit"));
    }

    private static bool IsBound(IArgumentOperation argument) =>
        argument.Parameter is { Type: { Name: "TimeSpan" } }
        || (argument.Value.ConstantValue is { HasValue: true, Value: int options } && (options & NonBacktracking) != 0);
}
