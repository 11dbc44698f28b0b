using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Slots;

/// <summary>`NAME.Guard`: the analyzers that read hand-written code, as source, so that `dotnet build` needs no Ashlar.</summary>
internal static class GuardFiles
{
    private static readonly EmbeddedSource Source = new("guard/");

    public static IEnumerable<EmittedFile> Emit(Emission emission)
    {
        if (emission.Model.Slots.IsEmpty)
        {
            return [];
        }

        var target = emission.Root.Member(Ident.Of("Guard")).Text;
        var files = Source.Files.Select(source => new EmittedFile(
            $"{Folders.Guard(emission)}/{source.Path}",
            Header.OfGuard().Text + "\n" + source.Text.Replace("Ashlar.Guard", target, StringComparison.Ordinal),
            FileOwner.Generated));
        return files.Prepend(Generated($"{Folders.Guard(emission)}/{target}.csproj", Project()));
    }

    private static Code Project() => Code.Of($"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <!-- Only the compiler loads it: nothing of it is in the running system. -->
            <TargetFramework>netstandard2.0</TargetFramework>
            <LangVersion>latest</LangVersion>
            <EnforceExtendedAnalyzerRules>true</EnforceExtendedAnalyzerRules>
            <!-- It has no releases of its own. -->
            <NoWarn>$(NoWarn);RS2008</NoWarn>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Microsoft.CodeAnalysis.CSharp" PrivateAssets="all" />
          </ItemGroup>
        </Project>
        """);
}
