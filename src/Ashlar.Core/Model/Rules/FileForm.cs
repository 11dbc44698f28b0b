using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>A file where none can be, or one that nobody could store or get back.</summary>
internal sealed class FileForm : Rule
{
    public static Diagnostic Required(Site site, FieldSyntax node)
    {
        var type = site.Source.Slice(node.Type.Span);
        return Of(site, node.Type, $"`{node.Name.Text}` has to be optional: a row is there before its file is uploaded")
            .WithHelp($"write `{type}?`")
            .WithFix(Fix.Replace(FixSafety.Safe, site.At(node.Type), type + "?", "make it optional"));
    }

    public static Diagnostic WithoutTypes(Site site, FieldSyntax node) =>
        Of(site, node.Type, $"`{node.Name.Text}` does not say which files it takes")
            .WithHelp("list the media types, such as `types \"image/png\", \"image/jpeg\"`");

    public static Diagnostic NoMediaType(Site site, TextSyntax type) =>
        Of(site, type, $"`{type.Value}` is no media type")
            .WithHelp("write a media type in lower case, such as `\"image/png\"` or `\"application/pdf\"`");

    public static Diagnostic OutsideEntity(Site site, FieldSyntax node) =>
        Of(site, node.Type, $"`{node.Name.Text}` is a file and no field of an entity of its own")
            .WithHelp("make it a field of an entity; where a row has several, make each a row of an entity that it owns");

    public static Diagnostic InShape(Site site, ShapeFieldSyntax node) =>
        Of(site, node.Value, $"`{node.Name.Text}` may be the file of one row or another")
            .WithHelp("name the one field that holds the file");

    private static Diagnostic Of(Site site, SyntaxNode node, string message) =>
        Diagnostic.Of<FileForm>(site.At(node), message).WithLabel("here");
}
