using System.Collections.Immutable;
using System.Text;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;
using Ashlar.Emit;
using Ashlar.Tool.Workspace.Rules;

namespace Ashlar.Tool.Workspace;

/// <summary>The generated part of a system folder, with the lock that says what is in it.</summary>
internal sealed class GeneratedTree(SystemFolder folder)
{
    /// <summary>
    /// Writes what the generator made, with files of the system beside it: all of it or nothing. Without a change nothing is
    /// touched.
    /// </summary>
    public WriteOutcome Write(FileSet files, ModelText model, string generator, ImmutableArray<FileChange> beside) =>
        Disk.Attempt(
            () => WriteAlone(files, model, generator, beside),
            refusal => WriteOutcome.Refused(WriteTurn.CannotWriteBecause(refusal)));

    private WriteOutcome WriteAlone(FileSet files, ModelText model, string generator, ImmutableArray<FileChange> beside)
    {
        if (new StagedWrite(folder).IsLeftHalfDone && WriteTurn.Do(folder, _ => null) is { } problem)
        {
            return WriteOutcome.Refused(problem);
        }

        var oldLock = ReadLock();
        if (LockFile.Parse(oldLock) is not { } known)
        {
            return WriteOutcome.Refused(BrokenLockFound(oldLock));
        }

        var plan = new WritePlanner(folder, known).Plan(files);
        if (plan.Problems.Length > 0)
        {
            return WriteOutcome.Refused(plan.Problems) with { Shown = plan.Shown };
        }

        var newLock = LockFile.Of(generator, ModelHash(model), HashesOf(files)).ToText();
        if (newLock != oldLock)
        {
            plan = plan with { Changes = plan.Changes.Add(new FileChange(LockFile.FileName, LockHash(), newLock)) };
        }

        return Apply(plan with { Changes = plan.Changes.AddRange(beside) }, model);
    }

    private string ReadLock()
    {
        var path = folder.PathOf(LockFile.FileName);
        return File.Exists(path) ? File.ReadAllText(path) : LockFile.Empty.ToText();
    }

    private string? LockHash()
    {
        var path = folder.PathOf(LockFile.FileName);
        return File.Exists(path) ? ContentHash.Of(File.ReadAllBytes(path)) : null;
    }

    private WriteOutcome Apply(WritePlan plan, ModelText model)
    {
        var written = plan.Changes.Count(change => change.NewText is not null);
        var outcome = new WriteOutcome(written, plan.Changes.Length - written, plan.Unchanged);
        if (plan.Changes.IsEmpty)
        {
            return outcome;
        }

        var problem = WriteTurn.Do(folder, write => ModelChange(model) ?? write.Apply(plan.Changes));
        return problem is null ? outcome : WriteOutcome.Refused(problem);
    }

    /// <summary>Output of a model that is no longer there would be taken for the output of the one that is.</summary>
    private Diagnostic? ModelChange(ModelText model)
    {
        var changed = folder.Read().Files.ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal);
        var stale = model.Files.FirstOrDefault(file => changed.GetValueOrDefault(file.Path) != file.Text);
        return stale is null && changed.Count == model.Files.Length
            ? null
            : Diagnostic.Of<ChangedDuringBuild>(
                    new Location(stale?.Path ?? SystemFolder.ModelFolder, default), "the model changed during the build")
                .WithNote("nothing was written")
                .WithHelp("run the command again");
    }

    private static Diagnostic BrokenLockFound(string text) =>
        Diagnostic.Of<BrokenLock>(new Location(LockFile.FileName, default), "this lock cannot be read")
            .WithNote(text.Contains("<<<<<<<", StringComparison.Ordinal)
                ? "it holds the marks of an unfinished merge"
                : "it was edited, cut off, or written by a later version of ashlar")
            .WithHelp($"restore `{LockFile.FileName}` from version control; after a merge either side will do, then build again");

    private static IEnumerable<KeyValuePair<string, string>> HashesOf(FileSet files) =>
        files.Files.Where(file => file.Owner == FileOwner.Generated)
            .Select(file => KeyValuePair.Create(file.Path, ContentHash.Of(file.Text)));

    private static string ModelHash(ModelText model)
    {
        var text = new StringBuilder();
        foreach (var file in model.Files)
        {
            text.Append(file.Path).Append('\0').Append(file.Text.ReplaceLineEndings("\n")).Append('\0');
        }

        return ContentHash.Of(text.ToString());
    }
}
