using Ashlar.Core;
using Ashlar.Core.Analysis;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Tests.Model;

/// <summary>
/// Small models for tests of the binder: a system of one module unless the text says otherwise. What the rules for
/// whole models find in them is left out, because small models use nothing and grant nothing.
/// </summary>
internal static class Models
{
    private static readonly HashSet<string> ModelRules =
        Analyzer.Rules.Select(rule => rule.Code).ToHashSet(StringComparer.Ordinal);

    public static Compilation Compile(string text) => Compile(new SourceFile("model.ashlar", Complete(text)));

    public static Compilation Compile(params IEnumerable<SourceFile> files)
    {
        var compilation = Compilation.Create(files);
        return compilation with { Diagnostics = [.. compilation.Diagnostics.Where(IsOfBinder)] };
    }

    /// <summary>The codes of all findings with the text that each marks, in order: `unknown-type: Txt`.</summary>
    public static IReadOnlyList<string> Findings(string text)
    {
        var source = new SourceFile("model.ashlar", Complete(text));
        return [.. Compile(source).Diagnostics.Select(found => $"{found.Code}: {source.Slice(found.Location.Span)}")];
    }

    private static bool IsOfBinder(Diagnostic found) => !ModelRules.Contains(found.Code);

    private static string Complete(string text) =>
        text.Contains("system ", StringComparison.Ordinal) ? text : "system Test { title \"Test\" }\nmodule Main\n" + text;
}
