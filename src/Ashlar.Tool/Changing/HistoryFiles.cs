using System.Collections.Immutable;
using Ashlar.Core.Plan;
using Ashlar.Emit.Migrations;
using Ashlar.Tool.Workspace;

namespace Ashlar.Tool.Changing;

/// <summary>The files that an applied plan adds to the history, or replaces there.</summary>
internal static class HistoryFiles
{
    private const string MergeFile = History.Folder + "/.gitattributes";
    public const string MergeText = "elements merge=union\n";

    public static ImmutableArray<FileChange> Of(SystemFolder folder, PlannedChange planned, ChangePlan plan)
    {
        var entry = HistoryEntry.FolderOf(planned.Number, planned.Id);
        (string Path, string Text)[] files =
        [
            ($"{entry}/{PlanFile.FileName}", PlanJson.FileOf(planned, plan)),
            .. planned.System.Files.Select(file => ($"{entry}/{file.Path}", file.Text)),
            .. planned.Migrations
                .Select(migration => ($"{entry}/{MigrationFiles.NameOf(migration)}", MigrationText.Of(migration))),
            (ElementLock.FileName, planned.History.Elements.After(plan.Pairs, planned.Number).ToText()),
            (MergeFile, MergeText),
        ];
        return
        [
            .. files.Select(file => new FileChange(file.Path, HashOf(folder.PathOf(file.Path)), file.Text))
                .Where(change => change.OldHash is null || change.OldHash != ContentHash.Of(change.NewText ?? "")),
        ];
    }

    private static string? HashOf(string path) => File.Exists(path) ? ContentHash.Of(File.ReadAllBytes(path)) : null;
}
