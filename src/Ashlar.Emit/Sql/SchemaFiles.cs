using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Sql;

/// <summary>`Schema/postgres.sql` and `Schema/sqlite.sql`: what an empty database becomes.</summary>
internal static class SchemaFiles
{
    public static IEnumerable<EmittedFile> Emit(Emission emission)
    {
        var folder = $"{Folders.Host(emission)}/Schema";
        yield return Generated($"{folder}/postgres.sql", TextOf(SchemaWriter.Write(emission.Model, Dialect.PostgreSql)));
        yield return Generated($"{folder}/sqlite.sql", TextOf(SchemaWriter.Write(emission.Model, Dialect.Sqlite)));
    }

    private static Code TextOf(string sql) => new(sql.TrimEnd('\n'));
}
