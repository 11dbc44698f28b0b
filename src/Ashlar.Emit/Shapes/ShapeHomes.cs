using Ashlar.Core.Model;
using Ashlar.Emit.Modules;

namespace Ashlar.Emit.Shapes;

/// <summary>
/// Where the record of a shape lives: in the module whose operations use it, or in Contracts where several do. Its
/// namespace is that of the declaration in both places.
/// </summary>
internal static class ShapeHomes
{
    public static bool IsShared(Emission emission, ReplyShape shape) => emission.Replies.UseOf(shape).Modules.Count > 1;

    public static string Of(Emission emission, ReplyShape shape) => IsShared(emission, shape)
        ? $"{Folders.Contracts(emission)}/{shape.Name.Module}"
        : $"{Folders.Module(emission, emission.Replies.UseOf(shape).Modules[0])}/Shapes";
}
