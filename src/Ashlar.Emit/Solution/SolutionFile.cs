using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Solution;

/// <summary>`NAME.slnx`.</summary>
internal static class SolutionFile
{
    public static IEnumerable<EmittedFile> Emit(Emission emission)
    {
        yield return Generated($"{emission.Root}.slnx", Content(emission));
    }

    private static Code Content(Emission emission) => Code.Of($"""
        <Solution>
          <Folder Name="/src/">
            <Project Path="src/{emission.Root}.Contracts/{emission.Root}.Contracts.csproj" />
            <Project Path="src/{emission.Root}.Host/{emission.Root}.Host.csproj" />
            <Project Path="src/{emission.Root}.Kernel/{emission.Root}.Kernel.csproj" />
          </Folder>
          <Folder Name="/src/Modules/">
            {Code.Lines(emission.CodeModules.Select(module => ModuleLine(emission.Root.Member(Ident.Of(module.Name)))))}
          </Folder>
          <Folder Name="/tests/">
            <Project Path="tests/{emission.Root}.Tests/{emission.Root}.Tests.csproj" />
          </Folder>
        </Solution>
        """);

    private static Code ModuleLine(Ident project) =>
        Code.Of($"""<Project Path="src/Modules/{project}/{project}.csproj" />""");
}
