using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Solution;

/// <summary>`Directory.Packages.props`: every version in one place, exact.</summary>
internal static class PackageVersions
{
    public static IEnumerable<EmittedFile> Emit(Emission emission)
    {
        yield return Generated("Directory.Packages.props", Content(emission));
    }

    private static Code Content(Emission emission) => Code.Of($"""
        <Project>
          <PropertyGroup>
            <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
            <CentralPackageTransitivePinningEnabled>true</CentralPackageTransitivePinningEnabled>
          </PropertyGroup>
          <ItemGroup>
            {Code.When(!emission.Model.Slots.IsEmpty, () => Code.Of($"""<PackageVersion Include="Microsoft.CodeAnalysis.CSharp" Version="5.0.0" />"""))}
            <PackageVersion Include="Microsoft.Data.Sqlite" Version="10.0.14" />
            {Code.When(emission.HasIssuer, Issuer)}
            <PackageVersion Include="Npgsql" Version="10.0.0" />
            {Code.When(emission.HasPublicEvents, () => Code.Of($"""<PackageVersion Include="RabbitMQ.Client" Version="7.1.2" />"""))}
            <PackageVersion Include="SQLitePCLRaw.bundle_e_sqlite3" Version="3.0.3" />
            <PackageVersion Include="SQLitePCLRaw.core" Version="3.0.3" />
            <PackageVersion Include="Swashbuckle.AspNetCore.SwaggerUI" Version="11.0.1" />
            <PackageVersion Include="xunit.v3" Version="3.2.2" />
          </ItemGroup>
        </Project>
        """);

    private static Code Issuer() => Code.Of($"""
        <PackageVersion Include="Microsoft.IdentityModel.JsonWebTokens" Version="8.16.0" />
        <PackageVersion Include="Microsoft.IdentityModel.Protocols.OpenIdConnect" Version="8.16.0" />
        """);
}
