using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Slots;

/// <summary>
/// `NAME.MODULE.Slots.csproj`: the hand-written code of a module with the contracts that it implements. It sees .NET and
/// nothing of the system, and the guard reads every file of it.
/// </summary>
internal static class SlotProject
{
    public static IEnumerable<EmittedFile> Emit(Emission emission) => SlotFile.Modules(emission).Select(module => Generated(
        $"{Folders.Slots(emission, module.Key)}/{Name(emission, module.Key)}.csproj",
        Content(emission, emission.Root.Member(Ident.Of(module.Key)))));

    /// <summary>`Shop.Sales.Slots`.</summary>
    public static Ident Name(Emission emission, string module) =>
        emission.Root.Member(Ident.Of(module)).Member(SlotNames.Slots);

    private static Code Content(Emission emission, Ident module) => Code.Of($"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <!-- Every file is read by the guard, and what stands beside hand-written code has no say in how it is compiled. -->
            <GenerateAssemblyInfo>false</GenerateAssemblyInfo>
            <GenerateTargetFrameworkAttribute>false</GenerateTargetFrameworkAttribute>
            <AllowUnsafeBlocks>false</AllowUnsafeBlocks>
            <DiscoverEditorConfigFiles>false</DiscoverEditorConfigFiles>
            <DiscoverGlobalAnalyzerConfigFiles>false</DiscoverGlobalAnalyzerConfigFiles>
            <ImportDirectoryBuildTargets>false</ImportDirectoryBuildTargets>
          </PropertyGroup>
          <ItemGroup>
            <ProjectReference Include="../../{emission.Root}.Guard/{emission.Root}.Guard.csproj" OutputItemType="Analyzer" ReferenceOutputAssembly="false" />
            <AdditionalFiles Include="{Ident.Of(SlotIndex.FileName)}" />
          </ItemGroup>
          <ItemGroup>
            <!-- Yours. The generator writes a file there once, and never again. -->
            <Compile Include="../../../custom/{module}/**/*.cs" LinkBase="Custom" />
          </ItemGroup>
        </Project>
        """);
}
