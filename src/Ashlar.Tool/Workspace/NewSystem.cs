using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;
using Ashlar.Tool.Workspace.Rules;

namespace Ashlar.Tool.Workspace;

/// <summary>Puts a first model into a folder that has nothing in it.</summary>
internal static class NewSystem
{
    /// <summary>Null when the model is there; otherwise why nothing is.</summary>
    public static Diagnostic? Create(SystemFolder folder, SystemName name) =>
        Disk.Attempt(() => CreateIn(folder, name), WriteTurn.CannotWriteBecause);

    private static Diagnostic? CreateIn(SystemFolder folder, SystemName name)
    {
        if (File.Exists(folder.Root) || (Directory.Exists(folder.Root) && Entries(folder.Root).Any()))
        {
            return Diagnostic.Of<FolderNotEmpty>(new Location(".", default), "this folder is not empty")
                .WithNote("nothing was changed")
                .WithHelp("name another folder, or empty this one");
        }

        Directory.CreateDirectory(folder.Root);
        var model = new FileChange($"{SystemFolder.ModelFolder}/{name.FileName}.ashlar", OldHash: null, StarterModel.For(name));
        return WriteTurn.Do(folder, write => write.Apply([model]));
    }

    private static IEnumerable<string> Entries(string root) =>
        Directory.EnumerateFileSystemEntries(root).Where(entry => Path.GetFileName(entry) is not ".git");
}
