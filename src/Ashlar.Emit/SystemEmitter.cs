using Ashlar.Core.Model;

namespace Ashlar.Emit;

/// <summary>From a checked model to the files of a whole system. Same model, same bytes.</summary>
public static class SystemEmitter
{
    public static FileSet Emit(SystemModel model)
    {
        return FileSet.Of(Emitters.Tracks.AsParallel().SelectMany(track => Run(track, new Emission(model))));
    }

    /// <summary>Only what hand-written code is compiled with: the contracts of slots, and where people begin.</summary>
    public static FileSet EmitSlots(SystemModel model) => FileSet.Of(Run(Emitters.OfSlots, new Emission(model)));

    private static List<EmittedFile> Run(IEnumerable<Func<Emission, IEnumerable<EmittedFile>>> track, Emission emission) =>
        [.. track.SelectMany(emit => emit(emission))];
}
