namespace Ashlar.Tests.Architecture;

/// <summary>A folder, and the folders whose namespaces its files may name besides its own.</summary>
internal sealed record Layer(string Folder, params string[] MayUse)
{
    private static readonly string[] Front = ["src/Ashlar.Core/Text", "src/Ashlar.Core/Words", "src/Ashlar.Core/Diagnostics"];
    private static readonly string[] Model = [.. Front, "src/Ashlar.Core/Syntax", "src/Ashlar.Core/Model"];

    /// <summary>
    /// text -> syntax -> model -> analysis -> plan -> emit -> tool. Emit never sees syntax; the kernel never sees ashlar.
    /// Within the tool, commands are the front: what they call does not know them.
    /// </summary>
    public static readonly IReadOnlyList<Layer> All =
    [
        new("src/Ashlar.Core/Text"),
        new("src/Ashlar.Core/Words"),
        new("src/Ashlar.Core/Diagnostics", "src/Ashlar.Core/Text"),
        new("src/Ashlar.Core/Syntax", Front),
        new("src/Ashlar.Core/Model", [.. Front, "src/Ashlar.Core/Syntax"]),
        new("src/Ashlar.Core/Analysis", Model),
        new("src/Ashlar.Core/Plan", [.. Model, "src/Ashlar.Core/Analysis"]),
        new("src/Ashlar.Core", [.. Model, "src/Ashlar.Core/Analysis", "src/Ashlar.Core/Plan"]),
        new("src/Ashlar.Emit", [.. Front, "src/Ashlar.Core/Model", "src/Ashlar.Core/Plan"]),
        new("src/Ashlar.Kernel"),
        new("src/Ashlar.Guard"),
        new("src/Ashlar.SystemTesting", "src/Ashlar.Kernel"),
        new("src/Ashlar.Tool/Rendering", [.. Front, "src/Ashlar.Core"]),
        new("src/Ashlar.Tool/Describing", [.. Model, "src/Ashlar.Core", "src/Ashlar.Core/Analysis"]),
        new("src/Ashlar.Tool/Workspace", [.. Model, "src/Ashlar.Core", "src/Ashlar.Emit"]),
        // What a migration is tried with, and how an address of a database is read, is the kernel's.
        new("src/Ashlar.Tool/Changing",
        [
            .. Model, "src/Ashlar.Core", "src/Ashlar.Core/Analysis", "src/Ashlar.Core/Plan", "src/Ashlar.Emit",
            "src/Ashlar.Kernel", "src/Ashlar.Tool/Rendering", "src/Ashlar.Tool/Workspace",
        ]),
        new("src/Ashlar.Tool/Serving",
        [
            .. Model, "src/Ashlar.Core", "src/Ashlar.Emit", "src/Ashlar.Guard", "src/Ashlar.Kernel",
            "src/Ashlar.Tool/Workspace",
        ]),
        new("src/Ashlar.Tool",
        [
            .. Model, "src/Ashlar.Core", "src/Ashlar.Core/Analysis", "src/Ashlar.Core/Plan", "src/Ashlar.Emit",
            "src/Ashlar.Tool/Rendering", "src/Ashlar.Tool/Describing", "src/Ashlar.Tool/Workspace", "src/Ashlar.Tool/Serving",
            "src/Ashlar.Tool/Changing",
        ]),
    ];

    /// <summary>The layer with the longest folder that holds this path.</summary>
    public static Layer? Of(string path) =>
        All.Where(layer => path.StartsWith(layer.Folder + "/", StringComparison.Ordinal)).MaxBy(layer => layer.Folder.Length);

    /// <summary>The layer that declares a namespace: folders and namespaces agree, which a test of its own checks.</summary>
    public static Layer? OfNamespace(string name) => Of("src/" + FolderOf(name) + "/");

    private static string FolderOf(string name)
    {
        var parts = name.Split('.');
        return string.Join('/', (string[])[string.Join('.', parts.Take(2)), .. parts.Skip(2)]);
    }
}
