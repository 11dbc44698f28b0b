namespace Ashlar.Testing;

/// <summary>Finds the programs of an installed PostgreSQL server.</summary>
internal static class PostgresBinaries
{
    private static readonly string[] Parents = ["/usr/lib/postgresql", "/usr/pgsql", "/opt/homebrew/opt"];

    public static string? Find() =>
        Candidates().FirstOrDefault(folder =>
            File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")));

    private static IEnumerable<string> Candidates()
    {
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        foreach (var folder in path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            yield return folder;
        }

        foreach (var parent in Parents.Where(Directory.Exists))
        {
            foreach (var version in Directory.EnumerateDirectories(parent).OrderDescending(StringComparer.Ordinal))
            {
                yield return Path.Combine(version, "bin");
            }
        }
    }
}
