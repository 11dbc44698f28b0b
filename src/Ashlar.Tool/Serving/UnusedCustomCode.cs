using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Text;
using Ashlar.Tool.Serving.Rules;
using Ashlar.Tool.Workspace;

namespace Ashlar.Tool.Serving;

/// <summary>Finds the files in `custom/` that belong to no module with slots.</summary>
internal static class UnusedCustomCode
{
    private const string Root = "custom";
    private const int Most = 20;

    public static CustomCode In(SystemFolder folder, SystemModel model)
    {
        var folders = model.Slots.Select(slot => $"{Root}/{model.Name}.{slot.Name.Module}")
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var unused = FilesOf(folder)
            .Where(path => folders.TrueForAll(own => !path.StartsWith(own + "/", StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal)
            .Take(Most)
            .Select(path => new SourceFile(path, File.ReadAllText(folder.PathOf(path))))
            .ToImmutableArray();
        return new CustomCode { Problems = [.. unused.Select(file => CustomUnused.At(file, folders))], Shown = unused };
    }

    private static IEnumerable<string> FilesOf(SystemFolder folder)
    {
        var root = folder.PathOf(Root);
        return Directory.Exists(root)
            ? Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).Select(folder.RelativePathOf)
            : [];
    }
}
