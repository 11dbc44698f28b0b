using Ashlar.Emit.Slots;
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
            {Code.When(!emission.Model.Slots.IsEmpty, () => Code.Of($"""<Project Path="src/{emission.Root}.Guard/{emission.Root}.Guard.csproj" />"""))}
            <Project Path="src/{emission.Root}.Host/{emission.Root}.Host.csproj" />
            <Project Path="src/{emission.Root}.Kernel/{emission.Root}.Kernel.csproj" />
          </Folder>
          <Folder Name="/src/Modules/">
            {Code.Lines(emission.CodeModules.Select(module => ModuleLine(emission.Root.Member(Ident.Of(module.Name)))))}
          </Folder>
          {Code.When(!emission.Model.Slots.IsEmpty, () => Slots(emission))}
          <Folder Name="/tests/">
            <Project Path="tests/{emission.Root}.Tests/{emission.Root}.Tests.csproj" />
          </Folder>
        </Solution>
        """);

    private static Code Slots(Emission emission) => Code.Of($"""
        <Folder Name="/src/Slots/">
          {Code.Lines(SlotFile.Modules(emission).Select(module => SlotLine(SlotProject.Name(emission, module.Key))))}
        </Folder>
        """);

    private static Code SlotLine(Ident project) =>
        Code.Of($"""<Project Path="src/Slots/{project}/{project}.csproj" />""");

    private static Code ModuleLine(Ident project) =>
        Code.Of($"""<Project Path="src/Modules/{project}/{project}.csproj" />""");
}
