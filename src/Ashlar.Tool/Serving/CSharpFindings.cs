using System.Collections.Immutable;
using System.Globalization;
using Ashlar.Core.Text;
using Ashlar.Tool.Serving.Rules;
using Microsoft.CodeAnalysis;
using Finding = Ashlar.Core.Diagnostics.Diagnostic;
using Place = Ashlar.Core.Text.Location;

namespace Ashlar.Tool.Serving;

/// <summary>What the C# compiler says, in the form of our findings: the fact first, its words as a note.</summary>
internal static class CSharpFindings
{
    private const int Most = 20;

    public static CompiledSystem Of(IEnumerable<Diagnostic> problems)
    {
        var errors = problems.Where(problem => problem.Severity == DiagnosticSeverity.Error).Take(Most).ToList();
        var shown = errors.Select(error => error.Location.SourceTree).OfType<SyntaxTree>().Distinct()
            .Select(tree => new SourceFile(tree.FilePath, tree.ToString()));
        return new CompiledSystem([])
        {
            Problems = [.. errors.Select(FindingOf)],
            Shown = [.. shown],
        };
    }

    private static Finding FindingOf(Diagnostic error)
    {
        var path = error.Location.SourceTree?.FilePath ?? "";
        var span = new TextSpan(error.Location.SourceSpan.Start, error.Location.SourceSpan.Length);
        var isYours = path.StartsWith("custom/", StringComparison.Ordinal);
        return Finding.Of<CsharpError>(new Place(path, span), $"this file does not compile: `{error.Id}`")
            .WithNote("C# says: " + error.GetMessage(CultureInfo.InvariantCulture))
            .WithHelp(isYours
                ? "mend the code in `custom/`"
                : "report this: generated code has to compile, whatever the model is");
    }
}
