using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Solution;

/// <summary>`Directory.Build.props`: what holds for every project.</summary>
internal static class BuildProperties
{
    public static IEnumerable<EmittedFile> Emit(Emission emission)
    {
        yield return Generated("Directory.Build.props", Content());
    }

    private static Code Content() => Code.Of($"""
        <Project>
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
            <Deterministic>true</Deterministic>
            <!-- Invariant mode would switch off Unicode normalization, and text is stored in form C. -->
            <InvariantGlobalization>false</InvariantGlobalization>
            <SatelliteResourceLanguages>en</SatelliteResourceLanguages>
          </PropertyGroup>
        </Project>
        """);
}
