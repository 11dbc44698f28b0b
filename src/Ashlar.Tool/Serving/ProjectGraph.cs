using System.Collections.Immutable;

namespace Ashlar.Tool.Serving;

/// <summary>The projects that the host of a generated system needs, each after those that it references.</summary>
internal static class ProjectGraph
{
    public static ImmutableArray<ProjectFile> Of(string systemRoot)
    {
        var host = Directory.EnumerateFiles(Path.Combine(systemRoot, "src"), "*.Host.csproj", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .First();
        var ordered = new List<ProjectFile>();
        Visit(host, ordered);
        return [.. ordered];
    }

    /// <summary>The same with what plays the scenarios, which is a part of the tests.</summary>
    public static ImmutableArray<ProjectFile> WithScenarios(string systemRoot)
    {
        var projects = Of(systemRoot);
        var tests = Directory.EnumerateFiles(Path.Combine(systemRoot, "tests"), "*.Tests.csproj", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .First();
        return projects.Add(ProjectFile.Read(tests).OfScenarios());
    }

    private static void Visit(string path, List<ProjectFile> ordered)
    {
        if (ordered.Exists(project => project.Path == path))
        {
            return;
        }

        var project = ProjectFile.Read(path);
        foreach (var reference in project.References)
        {
            Visit(reference, ordered);
        }

        ordered.Add(project);
    }
}
