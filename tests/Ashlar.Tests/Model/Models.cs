using Ashlar.Core;
using Ashlar.Core.Text;

namespace Ashlar.Tests.Model;

/// <summary>Small models for tests: a system of one module unless the text says otherwise.</summary>
internal static class Models
{
    public static Compilation Compile(string text) => Compilation.Create([new SourceFile("model.ashlar", Complete(text))]);

    /// <summary>The codes of all findings with the text that each marks, in order: `unknown-type: Txt`.</summary>
    public static IReadOnlyList<string> Findings(string text)
    {
        var source = new SourceFile("model.ashlar", Complete(text));
        var compilation = Compilation.Create([source]);
        return [.. compilation.Diagnostics.Select(found => $"{found.Code}: {source.Slice(found.Location.Span)}")];
    }

    private static string Complete(string text) =>
        text.Contains("system ", StringComparison.Ordinal) ? text : "system Test { title \"Test\" }\nmodule Main\n" + text;
}
