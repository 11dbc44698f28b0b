using System.Collections.Immutable;
using Ashlar.Core.Text;

namespace Ashlar.Tool.Changing;

/// <summary>
/// An applied plan: `history/0007-3f9a2c1b`, with the plan, and the model as it was applied. <paramref name="Base"/> is the id of
/// the plan before it, empty for the first one.
/// </summary>
internal sealed record HistoryEntry(int Number, string Id, string Base, string Folder)
{
    /// <summary>The files of the applied model, by their paths in the system.</summary>
    public ImmutableArray<SourceFile> Model { get; init; } = [];

    public static string FolderOf(int number, string id) => $"{History.Folder}/{number:D4}-{id[..8]}";
}
