using Ashlar.Core.Model;
using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Slots;

/// <summary>A file of the project that the hand-written code of a module lives in.</summary>
internal static class SlotFile
{
    public static EmittedFile Of(Emission emission, string module, string path, Code header, Ident space, Code type) => Generated(
        $"{Folders.Slots(emission, module)}/{path}.cs",
        Code.Of($$"""
            {{header}}
            namespace {{space}};

            {{type}}
            """));

    /// <summary>The slots of each module that has some.</summary>
    public static IEnumerable<IGrouping<string, SlotDefinition>> Modules(Emission emission) =>
        emission.Model.Slots.GroupBy(slot => slot.Name.Module, StringComparer.Ordinal);
}
