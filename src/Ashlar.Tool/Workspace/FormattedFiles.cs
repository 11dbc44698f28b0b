using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax;
using Ashlar.Core.Text;

namespace Ashlar.Tool.Workspace;

/// <summary>Model files and what they look like in the one layout. A file with syntax errors stays as it is.</summary>
internal sealed record FormattedFiles(ModelText Text, ImmutableArray<SyntaxTree> Trees, ImmutableArray<SourceFile> After)
{
    public ImmutableArray<Diagnostic> Findings => [.. Text.Problems, .. Trees.SelectMany(tree => tree.Diagnostics)];

    /// <summary>The files that are not in the layout, as they should be.</summary>
    public ImmutableArray<SourceFile> Changed =>
        [.. After.Zip(Trees).Where(pair => pair.First.Text != pair.Second.Source.Text).Select(pair => pair.First)];

    /// <summary>All files of a system, or the one of a path relative to it.</summary>
    public static FormattedFiles Of(SystemFolder folder, string only)
    {
        var text = folder.Read();
        ImmutableArray<SyntaxTree> trees =
            [.. text.Files.Where(file => only.Length == 0 || file.Path == only).Select(Parser.Parse)];
        return new FormattedFiles(
            text, trees, [.. trees.Select(tree => new SourceFile(tree.Source.Path, Formatter.Format(tree)))]);
    }

    /// <summary>Null when all is written; otherwise why nothing is.</summary>
    public Diagnostic? Write(SystemFolder folder) =>
        Text.Problems.IsEmpty ? new ModelFiles(folder).Replace([.. Trees.Select(tree => tree.Source)], After) : null;
}
