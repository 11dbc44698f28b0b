using System.Collections.Immutable;
using Ashlar.Core.Analysis;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax;
using Ashlar.Core.Text;

namespace Ashlar.Core;

/// <summary>The pipeline of the front half: text to syntax to model to findings.</summary>
public sealed record Compilation(
    ImmutableArray<SyntaxTree> Trees, SystemModel Model, ImmutableArray<Diagnostic> Diagnostics)
{
    public bool HasErrors => Diagnostics.Any(found => found.IsError);

    /// <summary>
    /// Compiles the files of one system. Their order means nothing. The rules that look at the model as a whole run only
    /// on a model that holds together; with errors, the model is as complete as they let it be.
    /// </summary>
    public static Compilation Create(IEnumerable<SourceFile> files)
    {
        var trees = files.OrderBy(file => file.Path, StringComparer.Ordinal).Select(Parser.Parse).ToImmutableArray();
        var report = new DiagnosticBag();
        report.AddRange(trees.SelectMany(tree => tree.Diagnostics));
        var bound = new DiagnosticBag();
        var model = Binder.Bind(trees, bound);
        var consequences = new Consequences(trees);
        report.AddRange(bound.ToSorted().Where(found => !consequences.Contain(found)));
        return new Compilation(trees, model, report.HasErrors ? report.ToSorted() : Analyzer.Check(trees, model, report));
    }
}
