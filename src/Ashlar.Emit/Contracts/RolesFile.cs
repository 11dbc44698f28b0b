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
        using {{emission.Root}}.Kernel;

        namespace {{emission.Root}}.Contracts;

        /// <summary>The roles that an account can have.</summary>
        public static class Roles
        {
            {{Code.Blocks(emission.Model.Roles.Select(Constant))}}

            /// <summary>All of them, each with the roles whose members may grant it.</summary>
            public static IReadOnlyList<Role> All { get; } =
            [
                {{Code.Lines(emission.Model.Roles.Select(role => Code.Of($"{WithGranters(role)},")))}}
            ];
        }
        """);

    private static Code WithGranters(Role role) =>
        Code.Of($"new Role({Code.Join(role.GrantedBy.Prepend(role.Name).Select(name => Code.Of($"{Ident.Of(name)}")), ", ")})");

    private static Code Constant(Role role) => Code.Of($"""
        {Doc.Summary(role.Documentation)}
        public const string {Ident.Of(role.Name)} = {Lit.Of(role.Name)};
        """);
}
