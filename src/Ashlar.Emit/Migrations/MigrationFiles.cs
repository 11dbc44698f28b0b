using Ashlar.Core.Plan;
using Ashlar.Emit.Sql;

namespace Ashlar.Emit.Migrations;

/// <summary>
/// The files of a plan that databases go through, one for each kind; none where nothing changes in the database.
/// </summary>
public static class MigrationFiles
{
    private static readonly (string Name, Dialect Dialect)[] _files =
        [("postgres.sql", Dialect.PostgreSql), ("sqlite.sql", Dialect.Sqlite)];

    /// <summary>What the file of a migration is called.</summary>
    public static string NameOf(Migration migration) => _files.First(file => file.Dialect == migration.Dialect).Name;

    /// <summary>The migrations that the files hold.</summary>
    public static IEnumerable<Migration> Migrations(Correspondence change, int number) => _files
        .Select(file => MigrationWriter.Write(change, file.Dialect, number))
        .Where(IsNeeded);

    /// <summary>
    /// A program of the new model refuses a database of the old one, or would find rows in it that it does not know.
    /// </summary>
    public static bool AreNeeded(Correspondence change) =>
        _files.Any(file => IsNeeded(MigrationWriter.Write(change, file.Dialect, number: 0)));

    /// <summary>What neither the models nor the decisions say.</summary>
    public static IEnumerable<MigrationQuestion> Questions(Correspondence change) =>
        MigrationWriter.Write(change, Dialect.PostgreSql, number: 0).Questions;

    private static bool IsNeeded(Migration migration) => !migration.Steps.IsEmpty || migration.From != migration.To;
}
