using System.Data.Common;
using Ashlar.Core.Diagnostics;
using Ashlar.Kernel;
using Ashlar.Tool.Serving.Rules;
using Ashlar.Tool.Workspace;
using Npgsql;

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
        if (ConnectionText.IsPostgres(chosen) && ConnectionText.Read(chosen) is { } settings)
        {
            return new DatabaseChoice(chosen, Name(settings));
        }

        var folder = build.System.Folder;
        var file = chosen.Length > 0 ? Path.GetFullPath(chosen) : Path.Combine(folder.PrivateFolder, FileName(build));
        Directory.CreateDirectory(Path.GetDirectoryName(file) ?? folder.PrivateFolder);
        return new DatabaseChoice($"Data Source={file}", folder.Display(folder.RelativePathOf(file)));
    }

    /// <summary>Whether the text names a database at all: any path does, an address only when it can be read.</summary>
    public static bool IsOne(string text) => !ConnectionText.IsPostgres(text) || ConnectionText.Read(text) is not null;

    /// <summary>Whether the text names a file that is not there: a database that is only looked at is not made.</summary>
    public static bool IsMissingFile(string text) => !ConnectionText.IsPostgres(text) && !File.Exists(text);

    /// <summary>Why the server of an address does not let anybody in, or nothing.</summary>
    public static async Task<Diagnostic?> ProblemOf(string address)
    {
        if (address.Length == 0 || ConnectionText.Read(address) is not { } settings)
        {
            return null;
        }

        try
        {
            await using var connection = new NpgsqlConnection(settings.ConnectionString);
            await connection.OpenAsync();
            return null;
        }
        catch (DbException refusal)
        {
            return DatabaseUnavailable.Because(Name(settings), refusal);
        }
    }

    private static string FileName(SystemBuild build)
    {
        var schema = build.Files.Files.FirstOrDefault(file => file.Path.EndsWith(Schema, StringComparison.Ordinal));
        var name = build.System.Compilation?.Model.Name.ToLowerInvariant() ?? "system";
        return $"{name}-{ContentHash.Of(schema?.Text ?? "")[..8]}.db";
    }

    // Without the password: it is shown, and goes into logs of whoever runs the tool.
    private static string Name(NpgsqlConnectionStringBuilder settings) =>
        $"postgres://{settings.Username}@{settings.Host}:{settings.Port}/{settings.Database}";
}
