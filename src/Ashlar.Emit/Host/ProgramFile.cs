using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Host;

/// <summary>`Program.cs`.</summary>
internal static class ProgramFile
{
    public static IEnumerable<EmittedFile> Emit(Emission emission)
    {
        yield return Generated($"{Folders.Host(emission)}/Program.cs", Content(emission));
    }

    private static Code Content(Emission emission) => Code.Of($"""
        {Header.OfSystem(emission.Model)}
        using {emission.Root}.Host;
        using {emission.Root}.Kernel;

        return await KernelHost.RunAsync(args, SystemHost.Build);
        """);
}
