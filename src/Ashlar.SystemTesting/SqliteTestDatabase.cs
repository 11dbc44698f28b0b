namespace Ashlar.SystemTesting;

/// <summary>SQLite files in a folder of their own.</summary>
internal sealed class SqliteTestDatabase : TestDatabase
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "tests-" + Guid.NewGuid().ToString("N"));
    private int _count;

    public override string Name => "SQLite";

    protected override string Template(string name) => Connection(PathOf(name));

    private string PathOf(string template) => Path.Combine(_folder, $"{template}.db");

    public override Task DropAsync(string connection)
    {
        File.Delete(connection["Data Source=".Length..]);
        return Task.CompletedTask;
    }

    public override Task CleanAsync()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }

        return Task.CompletedTask;
    }

    protected override Task CreateTemplateAsync(string name)
    {
        Directory.CreateDirectory(_folder);
        return Task.CompletedTask;
    }

    protected override Task<string> CopyTemplateAsync(string name)
    {
        var path = Path.Combine(_folder, $"{++_count}.db");
        var template = PathOf(name);
        File.Copy(template, path);
        // What the last connection had no time to move into the file stands beside it.
        if (File.Exists(template + "-wal"))
        {
            File.Copy(template + "-wal", path + "-wal");
        }

        return Task.FromResult(Connection(path));
    }

    private static string Connection(string path) => $"Data Source={path}";
}
