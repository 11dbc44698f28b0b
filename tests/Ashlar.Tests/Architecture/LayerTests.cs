using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ashlar.Tests.Architecture;

/// <summary>Data flows one way; a folder names only what stands to its left.</summary>
public sealed class LayerTests
{
    /// <summary>One namespace for all of its folders: a generated system imports its kernel with one line.</summary>
    private const string Kernel = "src/Ashlar.Kernel";

    public static TheoryData<string, string> ForbiddenPairs()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var user in Layer.All)
        {
            foreach (var used in Layer.All.Where(used => used != user && !user.MayUse.Contains(used.Folder)))
            {
                pairs.Add(user.Folder, used.Folder);
            }
        }

        return pairs;
    }

    [Fact]
    public void Every_folder_uses_only_what_stands_to_its_left() => Findings.None(CodeFile.Product.SelectMany(Violations));

    [Theory]
    [MemberData(nameof(ForbiddenPairs))]
    public void A_planted_use_in_the_wrong_direction_is_found(string user, string used)
    {
        var target = used["src/".Length..].Replace('/', '.');
        var path = $"{user}/Planted.cs";
        Assert.Single(Violations(CodeFile.Planted(path, $"using {target};")));
        Assert.Single(Violations(CodeFile.Planted(path, $"using P = {target}.Planted;")));
        Assert.Single(Violations(CodeFile.Planted(path, $"class C {{ object F() => {target}.Planted.Value; }}")));
    }

    [Fact]
    public void A_namespace_is_the_folder_of_its_file() =>
        Findings.None(CodeFile.Product.SelectMany(NamespacesElsewhere));

    [Fact]
    public void A_planted_namespace_of_another_folder_is_found() =>
        Assert.Single(NamespacesElsewhere(CodeFile.Planted("src/Ashlar.Core/Text/Planted.cs", "namespace Ashlar.Core.Model;")));

    [Fact]
    public void Every_source_file_belongs_to_a_layer() =>
        Findings.None(CodeFile.Product.Where(file => Layer.Of(file.Path) is null).Select(file => file.Path));

    private static IEnumerable<string> Violations(CodeFile file)
    {
        var layer = Layer.Of(file.Path);
        foreach (var name in file.Root.DescendantNodes().Where(IsWholeName))
        {
            var used = Layer.OfNamespace(name.ToString());
            if (used is not null && layer is not null && used != layer && !layer.MayUse.Contains(used.Folder))
            {
                yield return $"{file.At(name)}: {layer.Folder} must not use {used.Folder} ({name})";
            }
        }
    }

    /// <summary>The outermost dotted name that starts at the root namespace: in a using, in a type or in an expression.</summary>
    private static bool IsWholeName(Microsoft.CodeAnalysis.SyntaxNode node) =>
        node is QualifiedNameSyntax or MemberAccessExpressionSyntax
        && node.Parent is not (QualifiedNameSyntax or MemberAccessExpressionSyntax or BaseNamespaceDeclarationSyntax)
        && node.ToString().StartsWith("Ashlar.", StringComparison.Ordinal);

    private static IEnumerable<string> NamespacesElsewhere(CodeFile file)
    {
        var folder = Path.GetDirectoryName(file.Path)?.Replace('\\', '/') ?? "";
        var isKernel = folder.StartsWith(Kernel, StringComparison.Ordinal);
        var expected = (isKernel ? Kernel : folder)["src/".Length..].Replace('/', '.');
        return file.Root.Members.OfType<BaseNamespaceDeclarationSyntax>()
            .Where(declared => declared.Name.ToString() != expected)
            .Select(declared => $"{file.At(declared)}: namespace {declared.Name} in the folder of {expected}");
    }
}
