using Ashlar.Core.Plan;
using Ashlar.Emit.Sql;

namespace Ashlar.Emit.Migrations;

/// <summary>
/// The files of a plan that databases go through, one for each kind; none where nothing changes in the database.
/// </summary>
public static class MigrationFiles
{
    /// <summary>The names and texts.</summary>
    public static IEnumerable<(string Name, string Text)> Of(Correspondence change, int number)
    {
        (string Name, Dialect Dialect)[] files = [("postgres.sql", Dialect.PostgreSql), ("sqlite.sql", Dialect.Sqlite)];
        return files
            .Select(file => (file.Name, Migration: MigrationWriter.Write(change, file.Dialect, number)))
            .Where(file => !file.Migration.Steps.IsEmpty || file.Migration.From != file.Migration.To)
            .Select(file => (file.Name, MigrationText.Of(file.Migration)));
    }

    /// <summary>What neither the models nor the decisions say.</summary>
    public static IEnumerable<MigrationQuestion> Questions(Correspondence change) =>
        MigrationWriter.Write(change, Dialect.PostgreSql, number: 0).Questions;
}
