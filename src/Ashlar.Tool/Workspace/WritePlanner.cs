using System.Collections.Immutable;
using System.Text;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;
using Ashlar.Emit;
using Ashlar.Tool.Workspace.Rules;

namespace Ashlar.Tool.Workspace;

/// <summary>Compares what the generator made with what is on disk and with what the lock says that ashlar wrote.</summary>
internal sealed class WritePlanner(SystemFolder folder, LockFile known)
{
    private readonly ImmutableArray<FileChange>.Builder _changes = ImmutableArray.CreateBuilder<FileChange>();
    private readonly ImmutableArray<SourceFile>.Builder _shown = ImmutableArray.CreateBuilder<SourceFile>();
    private readonly DiagnosticBag _problems = new();
    private int _unchanged;

    public WritePlan Plan(FileSet files)
    {
        foreach (var file in files.Files)
        {
            RequireInside(file.Path);
            PlanFile(file);
        }

        var emitted = files.Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var path in known.Files.Keys.Where(path => !emitted.Contains(path)))
        {
            PlanRemoval(path);
        }

        CheckLinks();
        return new WritePlan(_changes.ToImmutable(), _unchanged, _problems.ToSorted(), _shown.ToImmutable());
    }

    /// <summary>Not a problem of the user's: an emitter named a path that no emitter may name.</summary>
    private static void RequireInside(string path)
    {
        if (!FilePath.IsInside(path))
        {
            throw new InvalidOperationException($"an emitter may not write `{path}`");
        }
    }

    private byte[]? ReadTarget(string path) =>
        File.Exists(folder.PathOf(path)) ? File.ReadAllBytes(folder.PathOf(path)) : null;

    private void PlanFile(EmittedFile file)
    {
        var content = ReadTarget(file.Path);
        if (content is null)
        {
            _changes.Add(new FileChange(file.Path, OldHash: null, file.Text));
            return;
        }

        if (file.Owner == FileOwner.Once || content.AsSpan().SequenceEqual(ContentHash.Bytes(file.Text)))
        {
            _unchanged++;
            return;
        }

        var hash = ContentHash.Of(content);
        if (known.Files.GetValueOrDefault(file.Path) == hash)
        {
            _changes.Add(new FileChange(file.Path, hash, file.Text));
            return;
        }

        ReportForeign(file, content);
    }

    private void ReportForeign(EmittedFile file, byte[] content)
    {
        var place = FirstDifference(file.Path, content, file.Text);
        _problems.Add(known.Files.ContainsKey(file.Path)
            ? Diagnostic.Of<EditedGeneratedFile>(place, "this generated file was edited by hand")
                .WithLabel("the first line that differs from what the generator writes")
                .WithNote("the next build would lose the edit, so nothing was written")
                .WithHelp("change the model, or move the code to `custom/`; then delete this file and build again")
            : Diagnostic.Of<FileInTheWay>(place, "this file stands where the generator has to write")
                .WithNote($"`{LockFile.FileName}` does not know it, so it is taken for yours and nothing was written")
                .WithHelp("move it to `custom/`, or delete it and build again"));
    }

    private void PlanRemoval(string path)
    {
        if (ReadTarget(path) is not { } content)
        {
            return;
        }

        var hash = ContentHash.Of(content);
        if (hash == known.Files[path])
        {
            _changes.Add(new FileChange(path, hash, NewText: null));
            return;
        }

        _problems.Add(Diagnostic.Of<EditedGeneratedFile>(new Location(path, default), "this generated file was edited by hand")
            .WithNote("the model has no use for it any more; deleting it would lose the edit, so nothing was written")
            .WithHelp("move the code to `custom/`, or delete the file and build again"));
    }

    /// <summary>Points at the reader's own line; their text is kept so that the finding can show it.</summary>
    private Location FirstDifference(string path, byte[] content, string generated)
    {
        var text = Encoding.UTF8.GetString(content);
        _shown.Add(new SourceFile(path, text));
        var same = text.AsSpan().CommonPrefixLength(generated);
        var start = text.LastIndexOf('\n', Math.Max(0, same - 1)) + 1;
        var end = text.IndexOf('\n', start);
        return new Location(path, TextSpan.FromBounds(start, end < 0 ? text.Length : end));
    }

    private void CheckLinks()
    {
        var folders = _changes.SelectMany(change => Parents(change.Path)).Append(".ashlar").Distinct(StringComparer.Ordinal);
        foreach (var path in folders.Where(path => new DirectoryInfo(folder.PathOf(path)).LinkTarget is not null))
        {
            _problems.Add(Diagnostic.Of<LinkedFolder>(new Location(path, default), "this folder is a link to another place")
                .WithNote("ashlar writes only inside the project, so nothing was written")
                .WithHelp("replace the link by a folder"));
        }
    }

    private static IEnumerable<string> Parents(string path)
    {
        for (var end = path.LastIndexOf('/'); end > 0; end = path.LastIndexOf('/', end - 1))
        {
            yield return path[..end];
        }
    }
}
