using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Projects;

/// <summary>`NAME.Tests.csproj`.</summary>
internal static class TestsProject
{
    public static IEnumerable<EmittedFile> Emit(Emission emission)
    {
        yield return Generated($"{Folders.Tests(emission)}/{emission.Root}.Tests.csproj", Content(emission));
    }

    private static Code Content(Emission emission) => Code.Of($"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <IsTestProject>true</IsTestProject>
            <TestingPlatformDotnetTestSupport>true</TestingPlatformDotnetTestSupport>
            <UseMicrosoftTestingPlatformRunner>true</UseMicrosoftTestingPlatformRunner>
          </PropertyGroup>
          <ItemGroup>
            <FrameworkReference Include="Microsoft.AspNetCore.App" />
            <PackageReference Include="xunit.v3" />
            <ProjectReference Include="../../src/{emission.Root}.Host/{emission.Root}.Host.csproj" />
          </ItemGroup>
          <ItemGroup>
            <Compile Include="../Custom/**/*.cs" LinkBase="Custom" />
            <Using Include="Xunit" />
          </ItemGroup>
        </Project>
        """);
}
