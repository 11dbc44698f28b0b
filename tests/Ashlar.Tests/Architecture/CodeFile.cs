using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ashlar.Tests.Architecture;

/// <summary>A C# file with its path from the root, parsed once.</summary>
internal sealed record CodeFile(string Path, CompilationUnitSyntax Root)
{
    private static readonly Lazy<IReadOnlyList<CodeFile>> Sources = new(() => Load("src"));
    private static readonly Lazy<IReadOnlyList<CodeFile>> Everything =
        new(() => [.. Sources.Value, .. Load("tests"), .. Load("bench")]);

    /// <summary>The product: everything below src.</summary>
    public static IReadOnlyList<CodeFile> Product => Sources.Value;

    /// <summary>The product, its tests and its benchmarks.</summary>
    public static IReadOnlyList<CodeFile> All => Everything.Value;

    public static CodeFile Planted(string path, string text) =>
        new(path, CSharpSyntaxTree.ParseText(text).GetCompilationUnitRoot());

    public string At(SyntaxNode node) => $"{Path}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";

    private static List<CodeFile> Load(string folder) =>
        Repository.Files(folder, "*.cs").Select(file => Planted(file, Repository.Read(file))).ToList();
}
