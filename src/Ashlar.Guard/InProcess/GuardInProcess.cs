using System.Collections.Immutable;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Ashlar.Guard.InProcess;

/// <summary>What a program needs that runs the guard itself; generated systems leave that to the compiler.</summary>
public static class GuardInProcess
{
    /// <summary>All of its analyzers.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
    [
        new ApiAnalyzer(), new ExceptionAnalyzer(), new ImplementationAnalyzer(), new LanguageAnalyzer(), new LoopAnalyzer(),
        new RecursionAnalyzer(), new RegexAnalyzer(), new SizeAnalyzer(), new StateAnalyzer(), new SuppressionAnalyzer(),
    ];

    /// <summary>A file beside the code, such as `slots.txt`, whose text is known.</summary>
    public static AdditionalText FileOf(string path, string text) => new KnownText(path, text);

    private sealed class KnownText(string path, string text) : AdditionalText
    {
        public override string Path { get; } = path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, Encoding.UTF8);
    }
}
