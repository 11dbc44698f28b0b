using Ashlar.Emit.Slots;
using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Projects;

/// <summary>`src/Modules/NAME.MODULE/NAME.MODULE.csproj`: a module sees the kernel and the contracts, no other module.</summary>
internal static class ModuleProject
{
    public static IEnumerable<EmittedFile> Emit(Emission emission) =>
        emission.CodeModules.Select(module => Generated(
            $"{Folders.Module(emission, module.Name)}/{emission.Root}.{module.Name}.csproj",
            Content(emission, module.Name)));

    private static Code Content(Emission emission, string module) => Code.Of($"""
        <Project Sdk="Microsoft.NET.Sdk">
          <ItemGroup>
            <FrameworkReference Include="Microsoft.AspNetCore.App" />
            <ProjectReference Include="../../{emission.Root}.Contracts/{emission.Root}.Contracts.csproj" />
            <ProjectReference Include="../../{emission.Root}.Kernel/{emission.Root}.Kernel.csproj" />
            {Code.When(emission.Model.Slots.Any(slot => slot.Name.Module == module), () => Slots(SlotProject.Name(emission, module)))}
          </ItemGroup>
        </Project>
        """);

    private static Code Slots(Ident project) =>
        Code.Of($"""<ProjectReference Include="../../Slots/{project}/{project}.csproj" />""");
}
