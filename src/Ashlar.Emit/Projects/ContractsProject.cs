using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Projects;

/// <summary>`NAME.Contracts.csproj`: what modules know of each other.</summary>
internal static class ContractsProject
{
    public static IEnumerable<EmittedFile> Emit(Emission emission)
    {
        yield return Generated($"{Folders.Contracts(emission)}/{emission.Root}.Contracts.csproj", Content(emission));
    }

    private static Code Content(Emission emission) => Code.Of($"""
        <Project Sdk="Microsoft.NET.Sdk">
          <ItemGroup>
            <FrameworkReference Include="Microsoft.AspNetCore.App" />
            <ProjectReference Include="../{emission.Root}.Kernel/{emission.Root}.Kernel.csproj" />
          </ItemGroup>
        </Project>
        """);
}
