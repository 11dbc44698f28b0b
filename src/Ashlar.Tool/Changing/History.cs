using System.Collections.Immutable;
using System.Globalization;
using Ashlar.Core;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Plan;
using Ashlar.Core.Text;
using Ashlar.Tool.Changing.Rules;
using Ashlar.Tool.Workspace;

namespace Ashlar.Tool.Changing;

/// <summary>The applied plans of a system in order, and the identities of its elements. Empty before the first plan.</summary>
internal sealed record History(ImmutableArray<HistoryEntry> Entries, ElementLock Elements)
{
    public const string Folder = "history";

    public ImmutableArray<Diagnostic> Problems { get; init; } = [];

    /// <summary>Texts that problems point into.</summary>
    public ImmutableArray<SourceFile> Shown { get; init; } = [];

    public HistoryEntry? Last => Entries.IsEmpty ? null : Entries[^1];

    public static History None { get; } = new([], ElementLock.Empty);

    public static History Read(SystemFolder folder) => Disk.Attempt(
        () => Directory.Exists(folder.PathOf(Folder)) ? ReadFolder(folder) : None,
        refusal => None with { Problems = [BrokenHistory.Because(Folder, refusal)] });

    /// <summary>The applied model; one without anything before the first plan.</summary>
    public Compilation Applied(string system) => Last is { } last
        ? Compilation.Create(last.Model)
        : new Compilation([], new SystemModel(system), []);

    private static History ReadFolder(SystemFolder folder)
    {
        var read = new DirectoryInfo(folder.PathOf(Folder)).EnumerateDirectories()
            .Where(entry => entry.Name.Length > 5 && entry.Name[4] == '-')
            .OrderBy(entry => entry.Name, StringComparer.Ordinal)
            .Select(entry => ReadEntry(folder, entry.Name))
            .ToList();
        var (elements, source, problems) = ReadElements(folder);
        var entries = read.Select(one => one.Entry).OfType<HistoryEntry>().ToImmutableArray();
        return new History(entries, elements)
        {
            Problems = [.. read.Select(one => one.Problem).OfType<Diagnostic>(), .. ChainProblems(entries), .. problems],
            Shown = [source],
        };
    }

    private static (HistoryEntry? Entry, Diagnostic? Problem) ReadEntry(SystemFolder folder, string name)
    {
        var path = $"{Folder}/{name}";
        var plan = folder.PathOf($"{path}/{PlanFile.FileName}");
        if (!int.TryParse(name.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || !File.Exists(plan) || PlanFile.Read(File.ReadAllText(plan)) is not var (id, previous))
        {
            return (null, BrokenHistory.Unreadable($"{path}/{PlanFile.FileName}"));
        }

        var files = Directory.EnumerateFiles(folder.PathOf(path), "*.ashlar", SearchOption.AllDirectories)
            .Select(file => new SourceFile(RelativePath(folder.PathOf(path), file), File.ReadAllText(file)))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .ToImmutableArray();
        return (new HistoryEntry(number, id, previous, path) { Model = files }, null);
    }

    /// <summary>Each plan follows the one before it; two that follow the same were made on two branches.</summary>
    private static IEnumerable<Diagnostic> ChainProblems(ImmutableArray<HistoryEntry> entries)
    {
        for (var i = 0; i < entries.Length; i++)
        {
            var (before, entry) = (i == 0 ? null : entries[i - 1], entries[i]);
            if (before is not null && (before.Number == entry.Number || before.Base == entry.Base))
            {
                yield return ParallelPlans.Of(before, entry);
            }
            else if (entry.Base != (before?.Id ?? ""))
            {
                yield return BrokenHistory.Gap(entry);
            }
        }
    }

    private static string RelativePath(string folder, string file) => Path.GetRelativePath(folder, file).Replace('\\', '/');

    private static (ElementLock Elements, SourceFile Source, ImmutableArray<Diagnostic> Problems) ReadElements(
        SystemFolder folder)
    {
        var path = folder.PathOf(ElementLock.FileName);
        var source = new SourceFile(ElementLock.FileName, File.Exists(path) ? File.ReadAllText(path) : "");
        var (elements, problems) = new ElementLockReader(source).Read();
        return (elements, source, problems);
    }

    /// <summary>
    /// Every element of the applied model has, or had, an identity; under its new name where a plan that renamed it was taken
    /// back.
    /// </summary>
    public Diagnostic? MissingIdentity(Correspondence pairs)
    {
        var known = Elements.Lines.Values.Select(line => line.Path).ToHashSet();
        var missing = ModelElements.Of(pairs.Before).Select(element => element.Path)
            .Where(path => !known.Contains(path) && (pairs.NewOf(path) is not { } now || !known.Contains(now)))
            .ToList();
        return missing.Count == 0 ? null : BrokenElements.Missing(Shown[0], missing.Count, missing[0].Path);
    }
}
