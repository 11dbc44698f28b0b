using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Tool.Workspace;

/// <summary>Writes model files back: all that changed or none, and never over what somebody saved meanwhile.</summary>
internal sealed class ModelFiles(SystemFolder folder)
{
    /// <summary>Null when all is written; otherwise why nothing is.</summary>
    public Diagnostic? Replace(ImmutableArray<SourceFile> before, ImmutableArray<SourceFile> after)
    {
        var old = before.ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal);
        var changes = after.Where(file => old.GetValueOrDefault(file.Path) != file.Text)
            .Select(file => new FileChange(file.Path, HashOf(old, file.Path), file.Text))
            .ToImmutableArray();
        return changes.IsEmpty ? null : WriteTurn.Do(folder, write => write.Apply(changes));
    }

    private static string? HashOf(Dictionary<string, string> old, string path) =>
        old.TryGetValue(path, out var text) ? ContentHash.Of(text) : null;
}
