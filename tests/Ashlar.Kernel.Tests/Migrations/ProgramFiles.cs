using System.Reflection;
using System.Text;
using Ashlar.Core.Model;
using Ashlar.Emit.Migrations;
using Ashlar.Emit.Sql;

namespace Ashlar.Kernel.Tests.Migrations;

/// <summary>The assembly of a program as the kernel sees it: the schemas of its model, and its migrations.</summary>
internal sealed class ProgramFiles(SystemModel model, params IReadOnlyList<Migration> migrations) : Assembly
{
    private readonly Dictionary<string, string> _files = migrations
        .Select(migration => ($"migrations/{migration.Number:0000}/{NameOf(migration.Dialect)}", MigrationText.Of(migration)))
        .Concat(new[] { Dialect.PostgreSql, Dialect.Sqlite }
            .Select(dialect => (NameOf(dialect), SchemaWriter.Write(model, dialect))))
        .ToDictionary(file => "Schema/" + file.Item1, file => file.Item2, StringComparer.Ordinal);

    public override string[] GetManifestResourceNames() => [.. _files.Keys];

    public override Stream? GetManifestResourceStream(string name) =>
        _files.TryGetValue(name, out var text) ? new MemoryStream(Encoding.UTF8.GetBytes(text)) : null;

    private static string NameOf(Dialect dialect) => dialect == Dialect.Sqlite ? "sqlite.sql" : "postgres.sql";
}
