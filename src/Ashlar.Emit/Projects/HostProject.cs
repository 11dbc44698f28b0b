using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Projects;

/// <summary>`NAME.Host.csproj`: the process that serves every module.</summary>
internal static class HostProject
{
    public static IEnumerable<EmittedFile> Emit(Emission emission)
    {
        yield return Generated($"{Folders.Host(emission)}/{emission.Root}.Host.csproj", Content(emission));
    }

    private static Code Content(Emission emission) => Code.Of($"""
        <Project Sdk="Microsoft.NET.Sdk.Web">
          <ItemGroup>
            <EmbeddedResource Include="access.json" LogicalName="access.json" />
            <EmbeddedResource Include="openapi.json" LogicalName="openapi.json" />
            <EmbeddedResource Include="Schema/*.sql" LogicalName="Schema/%(Filename)%(Extension)" />
            <EmbeddedResource Include="../../history/**/*.sql"
                              LogicalName="Schema/migrations/%(RecursiveDir)%(Filename)%(Extension)" />
          </ItemGroup>
          {Code.When(!emission.Model.Configs.IsEmpty, () => OwnSettings)}
          <ItemGroup>
            <PackageReference Include="Swashbuckle.AspNetCore.SwaggerUI" />
          </ItemGroup>
          <ItemGroup>
            <ProjectReference Include="../{emission.Root}.Contracts/{emission.Root}.Contracts.csproj" />
            <ProjectReference Include="../{emission.Root}.Kernel/{emission.Root}.Kernel.csproj" />
            {Code.Lines(emission.CodeModules.Select(module => ModuleReference(emission.Root.Member(Ident.Of(module.Name)))))}
          </ItemGroup>
        </Project>
        """);

    private static Code OwnSettings { get; } = Code.Of($"""
        <ItemGroup>
          <!-- Yours: the settings of each environment, as far as they are no secrets. -->
          <Content Include="../../config/appsettings*.json" LinkBase="config" CopyToOutputDirectory="PreserveNewest" />
        </ItemGroup>
        """);

    private static Code ModuleReference(Ident project) =>
        Code.Of($"""<ProjectReference Include="../Modules/{project}/{project}.csproj" />""");
}
