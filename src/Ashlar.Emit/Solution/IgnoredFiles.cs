using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Solution;

/// <summary>`.gitignore` and `.dockerignore`.</summary>
internal static class IgnoredFiles
{
    public static IEnumerable<EmittedFile> Emit(Emission emission)
    {
        yield return Generated(".gitignore", GitIgnore());
        yield return Generated(".dockerignore", DockerIgnore());
    }

    private static Code GitIgnore() => Code.Of($"""
        bin/
        obj/
        *.user
        .vs/
        .idea/
        .ashlar/
        TestResults/
        # Databases and files of a development run, and what only this machine knows.
        *.db
        *.db-shm
        *.db-wal
        .env
        """);

    private static Code DockerIgnore() => Code.Of($"""
        **/bin/
        **/obj/
        **/*.db
        **/*.db-shm
        **/*.db-wal
        .ashlar/
        .env
        .git/
        tests/
        """);
}
