using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Projects;

/// <summary>`NAME.Kernel.csproj`.</summary>
internal static class KernelProject
{
    public static IEnumerable<EmittedFile> Emit(Emission emission)
    {
        yield return Generated($"{Folders.Kernel(emission)}/{emission.Root}.Kernel.csproj", Content(emission));
    }

    private static Code Content(Emission emission) => Code.Of($"""
        <Project Sdk="Microsoft.NET.Sdk">
          <ItemGroup>
            <FrameworkReference Include="Microsoft.AspNetCore.App" />
            <PackageReference Include="Microsoft.Data.Sqlite" />
            {Code.When(emission.HasIssuer, Issuer)}
            <PackageReference Include="Npgsql" />
            {Code.When(emission.HasPublicEvents, () => Code.Of($"""<PackageReference Include="RabbitMQ.Client" />"""))}
          </ItemGroup>
        </Project>
        """);

    private static Code Issuer() => Code.Of($"""
        <PackageReference Include="Microsoft.IdentityModel.JsonWebTokens" />
        <PackageReference Include="Microsoft.IdentityModel.Protocols.OpenIdConnect" />
        """);
}
