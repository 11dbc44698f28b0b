using Ashlar.Core;
using Ashlar.Core.Text;
using Ashlar.Emit;

namespace Ashlar.Bench.Endpoints;

/// <summary>Generates a system from a folder of models and publishes its host, as a user would.</summary>
internal static class GeneratedShop
{
    public static async Task<string> PublishAsync(string models, string scratch)
    {
        var files = Directory.EnumerateFiles(Path.Combine(models, "model"), "*.ashlar").Order(StringComparer.Ordinal)
            .Select(path => new SourceFile("model/" + Path.GetFileName(path), File.ReadAllText(path)));
        var compilation = Compilation.Create([.. files]);
        if (compilation.HasErrors)
        {
            throw new InvalidOperationException(compilation.Diagnostics.First(found => found.IsError).Message);
        }

        foreach (var file in SystemEmitter.Emit(compilation.Model).Files)
        {
            var path = Path.Combine(scratch, "source", file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? scratch);
            await File.WriteAllTextAsync(path, file.Text);
        }

        return await PublishHostAsync(Path.Combine(scratch, "source"), Path.Combine(scratch, "host"));
    }

    /// <summary>Publishes the host of a generated tree; the result is the assembly to run.</summary>
    public static async Task<string> PublishHostAsync(string source, string output)
    {
        var host = Directory.EnumerateDirectories(Path.Combine(source, "src"), "*.Host").Single();
        await Programs.RunAsync("dotnet", ["publish", host, "-c", "Release", "-o", output, "-v", "quiet", "-nologo"]);
        return Path.Combine(output, Path.GetFileName(host) + ".dll");
    }
}
