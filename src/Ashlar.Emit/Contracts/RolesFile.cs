using Ashlar.Core.Model;
using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Contracts;

/// <summary>`Roles.cs`.</summary>
internal static class RolesFile
{
    public static IEnumerable<EmittedFile> Emit(Emission emission)
    {
        if (!emission.Model.Roles.IsEmpty)
        {
            yield return Generated($"{Folders.Contracts(emission)}/Roles.cs", Content(emission));
        }
    }

    private static Code Content(Emission emission) => Code.Of($$"""
        {{Header.OfSystem(emission.Model)}}
        namespace {{emission.Root}}.Contracts;

        /// <summary>The roles that an account can have.</summary>
        public static class Roles
        {
            {{Code.Blocks(emission.Model.Roles.Select(Constant))}}
        }
        """);

    private static Code Constant(Role role) => Code.Of($"""
        {Doc.Summary(role.Documentation)}
        public const string {Ident.Of(role.Name)} = {Lit.Of(role.Name)};
        """);
}
