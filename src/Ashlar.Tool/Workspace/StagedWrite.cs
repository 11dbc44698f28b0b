using System.Collections.Immutable;
using System.Text.Json;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;
using Ashlar.Tool.Workspace.Rules;

namespace Ashlar.Tool.Workspace;

/// <summary>
/// Makes all changes or none. New files are written beside the project's own in `.ashlar/write/new`; only when all are
/// there does each old file move to `old` and each new one to its place. Whatever stops that, also a killed process, is
/// undone from `old`: by this run, or by the next one.
/// </summary>
internal sealed class StagedWrite(SystemFolder folder)
{
    private readonly string _stage = Path.Combine(folder.PrivateFolder, "write");

    public bool IsLeftHalfDone => Directory.Exists(_stage);

    private string Journal => Path.Combine(_stage, "journal.json");

    /// <summary>Null when everything is in its place; otherwise why nothing is.</summary>
    public Diagnostic? Apply(ImmutableArray<FileChange> changes)
    {
        var problem = Disk.Attempt(() => Stage(changes), WriteTurn.CannotWriteBecause);
        problem ??= Disk.Attempt(() => Replace(changes), WriteTurn.CannotWriteBecause);
        var mess = Disk.Attempt(() => Restore(), WriteTurn.CannotWriteBecause);
        return problem ?? mess;
    }

    /// <summary>Undoes what a killed run left half done. The journal is there exactly while files are being replaced.</summary>
    public Diagnostic? Restore()
    {
        if (File.Exists(Journal))
        {
            var entries = JsonSerializer.Deserialize<JournalEntry[]>(File.ReadAllText(Journal)) ?? [];
            Array.ForEach(entries, Undo);
            File.Delete(Journal);
        }

        if (Directory.Exists(_stage))
        {
            Directory.Delete(_stage, recursive: true);
        }

        return null;
    }

    private Diagnostic? Stage(ImmutableArray<FileChange> changes)
    {
        Directory.CreateDirectory(_stage);
        foreach (var change in changes)
        {
            if (change.NewText is { } text)
            {
                var staged = InFolder(New(change.Path));
                File.WriteAllBytes(staged, ContentHash.Bytes(text));
            }
        }

        return null;
    }

    private Diagnostic? Replace(ImmutableArray<FileChange> changes)
    {
        WriteJournal(changes.Select(change => new JournalEntry(change.Path, IsWritten: change.NewText is not null)));
        foreach (var change in changes)
        {
            if (!TakeOld(change))
            {
                return Diagnostic.Of<ChangedDuringBuild>(new Location(change.Path, default), "this file changed during the build")
                    .WithNote("the change is kept and nothing was written")
                    .WithHelp("run the command again");
            }

            if (change.NewText is not null)
            {
                File.Move(New(change.Path), InFolder(folder.PathOf(change.Path)));
            }
        }

        File.Delete(Journal);
        foreach (var change in changes.Where(change => change.NewText is null))
        {
            DeleteEmptyParents(change.Path);
        }

        return null;
    }

    /// <summary>
    /// Moves the old file out of the way first and looks at it then: between a look and a move, somebody could save.
    /// </summary>
    private bool TakeOld(FileChange change)
    {
        var target = folder.PathOf(change.Path);
        if (!File.Exists(target))
        {
            return change.OldHash is null;
        }

        File.Move(target, InFolder(Old(change.Path)));
        return ContentHash.Of(File.ReadAllBytes(Old(change.Path))) == change.OldHash;
    }

    /// <summary>Under another name first: a journal that is there is whole.</summary>
    private void WriteJournal(IEnumerable<JournalEntry> entries)
    {
        var draft = Journal + ".draft";
        File.WriteAllText(draft, JsonSerializer.Serialize(entries));
        File.Move(draft, Journal);
    }

    private void Undo(JournalEntry entry)
    {
        var target = folder.PathOf(entry.Path);
        if (File.Exists(Old(entry.Path)))
        {
            File.Move(Old(entry.Path), InFolder(target), overwrite: true);
        }
        else if (entry.IsWritten && !File.Exists(New(entry.Path)))
        {
            File.Delete(target);
            DeleteEmptyParents(entry.Path);
        }
    }

    private string New(string path) => Path.Combine(_stage, "new", path);

    private string Old(string path) => Path.Combine(_stage, "old", path);

    private static string InFolder(string file)
    {
        Directory.CreateDirectory(Parent(file));
        return file;
    }

    private void DeleteEmptyParents(string path)
    {
        for (var parent = Parent(folder.PathOf(path)); IsEmptyInside(parent); parent = Parent(parent))
        {
            Directory.Delete(parent);
        }
    }

    private static string Parent(string path) => Path.GetDirectoryName(path) ?? "";

    private bool IsEmptyInside(string parent) =>
        parent.Length > folder.Root.Length && Directory.Exists(parent)
        && !Directory.EnumerateFileSystemEntries(parent).Any();

    private sealed record JournalEntry(string Path, bool IsWritten);
}
