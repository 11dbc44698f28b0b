using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Ashlar.Guard;

/// <summary>What every rule has in common: no file is left out, whatever its first line says.</summary>
public abstract class SlotAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        Register(context);
    }

    private protected abstract void Register(AnalysisContext context);

    /// <summary>Reports what a comment with a reason does not allow.</summary>
    private protected static void ReportUnlessAllowed(Action<Diagnostic> report, Diagnostic found)
    {
        if (!Allowance.Covers(found.Descriptor, found.Location))
        {
            report(found);
        }
    }
}
