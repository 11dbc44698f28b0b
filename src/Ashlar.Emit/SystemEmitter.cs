using Ashlar.Core.Model;

namespace Ashlar.Emit;

/// <summary>From a checked model to the files of a whole system. Same model, same bytes.</summary>
public static class SystemEmitter
{
    public static FileSet Emit(SystemModel model)
    {
        var emission = new Emission(model);
        return FileSet.Of(Emitters.All.SelectMany(emit => emit(emission)));
    }
}
