using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Solution;

/// <summary>`.editorconfig`.</summary>
internal static class EditorSettings
{
    public static IEnumerable<EmittedFile> Emit(Emission emission)
    {
        yield return Generated(".editorconfig", Content(emission));
    }

    private static Code Content(Emission emission) => Code.Of($$"""
        {{Header.WithHash(emission.Model)}}
        root = true

        [*]
        charset = utf-8
        end_of_line = lf
        insert_final_newline = true
        trim_trailing_whitespace = true
        indent_style = space
        indent_size = 4

        [*.{csproj,props,slnx,json,yaml,ashlar}]
        indent_size = 2

        [*.cs]
        csharp_style_namespace_declarations = file_scoped:warning
        csharp_prefer_braces = true:warning
        dotnet_sort_system_directives_first = true
        dotnet_style_require_accessibility_modifiers = for_non_interface_members:warning
        # Names of the model may be words of other languages.
        dotnet_diagnostic.CA1716.severity = none
        # Tests read as sentences.
        dotnet_diagnostic.CA1707.severity = none
        """);
}
