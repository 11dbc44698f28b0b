using Ashlar.Emit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Ashlar.Golden.Compiling;

/// <summary>
/// Types of the kernel that the code of a module names without a namespace, although a declaration of the model may be called
/// like them and then hides them.
/// </summary>
internal static class HideableNames
{
    public static IEnumerable<string> In(CSharpCompilation compilation) => compilation.SyntaxTrees
        .SelectMany(tree => Named(compilation.GetSemanticModel(tree), tree))
        .Where(name => !Names.IsTaken(name))
        .Distinct(StringComparer.Ordinal)
        .Select(name => $"{compilation.AssemblyName} names {name} of the kernel, which a declaration may hide");

    private static IEnumerable<string> Named(SemanticModel model, SyntaxTree tree) =>
        from name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
        where name.Parent is not (QualifiedNameSyntax or MemberAccessExpressionSyntax { Expression: not SimpleNameSyntax })
            && !IsMember(name)
        let type = model.GetSymbolInfo(name).Symbol as INamedTypeSymbol
        where type is { ContainingType: null } && type.ContainingNamespace.Name == "Kernel" && type.Name == name.Identifier.Text
        select type.Name;

    private static bool IsMember(SimpleNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax access && access.Name == name;
}
