using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Projects;

/// <summary>`src/Modules/NAME.MODULE/NAME.MODULE.csproj`: a module sees the kernel and the contracts, no other module.</summary>
internal static class ModuleProject
{
    public static IEnumerable<EmittedFile> Emit(Emission emission) =>
        emission.CodeModules.Select(module => Generated(
            $"{Folders.Module(emission, module.Name)}/{emission.Root}.{module.Name}.csproj",
            Content(emission, emission.Root.Member(Ident.Of(module.Name)))));

    private static Code Content(Emission emission, Ident project) => Code.Of($"""
        <Project Sdk="Microsoft.NET.Sdk">
          <ItemGroup>
            <FrameworkReference Include="Microsoft.AspNetCore.App" />
            <ProjectReference Include="../../{emission.Root}.Contracts/{emission.Root}.Contracts.csproj" />
            <ProjectReference Include="../../{emission.Root}.Kernel/{emission.Root}.Kernel.csproj" />
          </ItemGroup>
          <ItemGroup>
            <!-- What people add to the module. The generator never writes there. -->
            <Compile Include="../../../custom/{project}/**/*.cs" LinkBase="Custom" />
          </ItemGroup>
        </Project>
        """);
}
