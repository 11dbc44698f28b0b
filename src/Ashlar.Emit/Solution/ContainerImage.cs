using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Solution;

/// <summary>`Dockerfile`.</summary>
internal static class ContainerImage
{
    public static IEnumerable<EmittedFile> Emit(Emission emission)
    {
        yield return Generated("Dockerfile", Content(emission));
    }

    private static Code Content(Emission emission) => Code.Of($"""
        {Header.WithHash(emission.Model)}
        FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
        WORKDIR /source
        COPY . .
        RUN dotnet publish src/{emission.Root}.Host -c Release -o /app

        FROM mcr.microsoft.com/dotnet/aspnet:10.0
        WORKDIR /app
        COPY --from=build /app .
        ENV ASPNETCORE_HTTP_PORTS=8080 DOTNET_EnableDiagnostics=0
        EXPOSE 8080
        # The image's own user without rights; the container needs no file that it may write.
        USER $APP_UID
        ENTRYPOINT ["dotnet", "{emission.Root}.Host.dll"]
        """);
}
