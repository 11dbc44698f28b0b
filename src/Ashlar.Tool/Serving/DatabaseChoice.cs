using Ashlar.Tool.Workspace;

namespace Ashlar.Tool.Serving;

/// <summary>
/// The database of a run: how the system connects, and how a person would name it. On SQLite each version of the tables
/// has a file of its own, so an edit never meets the tables of another model, and going back finds the rows again.
/// </summary>
internal sealed record DatabaseChoice(string Connection, string Display)
{
    private const string Schema = "/Schema/sqlite.sql";

    public static DatabaseChoice Of(string chosen, SystemBuild build)
    {
        if (IsPostgres(chosen))
        {
            return new DatabaseChoice(chosen, WithoutPassword(chosen));
        }

        var folder = build.System.Folder;
        var file = chosen.Length > 0 ? Path.GetFullPath(chosen) : Path.Combine(folder.PrivateFolder, FileName(build));
        Directory.CreateDirectory(Path.GetDirectoryName(file) ?? folder.PrivateFolder);
        return new DatabaseChoice($"Data Source={file}", folder.Display(folder.RelativePathOf(file)));
    }

    public static bool IsPostgres(string text) =>
        text.StartsWith("postgres://", StringComparison.Ordinal) || text.StartsWith("postgresql://", StringComparison.Ordinal);

    private static string FileName(SystemBuild build)
    {
        var schema = build.Files.Files.FirstOrDefault(file => file.Path.EndsWith(Schema, StringComparison.Ordinal));
        var name = build.System.Compilation?.Model.Name.ToLowerInvariant() ?? "system";
        return $"{name}-{ContentHash.Of(schema?.Text ?? "")[..8]}.db";
    }

    private static string WithoutPassword(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
            ? $"{uri.Scheme}://{uri.UserInfo.Split(':')[0]}@{uri.Authority}{uri.AbsolutePath}"
            : address;
}
