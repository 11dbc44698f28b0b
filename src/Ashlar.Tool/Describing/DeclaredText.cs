using Ashlar.Core;
using Ashlar.Core.Syntax;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Tool.Describing;

/// <summary>Finds what was written: the whole declaration of a name, or a piece of text on one line.</summary>
internal sealed class DeclaredText(Compilation compilation)
{
    /// <summary>The declaration, or field or rule of an entity, whose name stands at this place.</summary>
    public string DeclarationOf(Origin name) =>
        TreeOf(name) is { } tree && Nodes(tree).FirstOrDefault(node => node.Name == name.Span).Node is { } found
            ? tree.Source.Slice(found.Span)
            : "";

    private SyntaxTree? TreeOf(Origin place) => compilation.Trees.FirstOrDefault(tree => tree.Source.Path == place.Path);

    private static NameSyntax? NameOf(MemberSyntax member) => member switch
    {
        FieldSyntax field => field.Name,
        CheckSyntax check => check.Name,
        UniqueSyntax unique => unique.Name,
        ExclusiveSyntax exclusive => exclusive.Name,
        _ => null,
    };

    private static IEnumerable<(TextSpan Name, SyntaxNode Node)> Nodes(SyntaxTree tree)
    {
        foreach (var declaration in tree.Root.Declarations)
        {
            yield return (declaration.Name.Span, declaration);
            foreach (var member in (declaration as EntitySyntax)?.Members ?? [])
            {
                if (NameOf(member) is { } name)
                {
                    yield return (name.Span, member);
                }
            }
        }
    }
}
