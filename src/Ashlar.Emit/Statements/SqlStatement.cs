using System.Collections.Immutable;
using Ashlar.Emit.Expressions;
using Ashlar.Emit.Sql;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Statements;

/// <summary>A statement of both databases with its parameters, as generated code holds it in a static field.</summary>
internal sealed record SqlStatement(string Postgres, string Sqlite, ImmutableArray<StatementParameter> Parameters)
{
    private const int ShortEnough = 90;

    /// <summary>Writes it once for each database; both have the same parameters in the same order.</summary>
    public static SqlStatement Write(Emission emission, Func<StatementText, string> compose)
    {
        var written = Write(emission, compose, isQualified: false);
        return HasOneTable(written.Postgres) && HasOneTable(written.Sqlite)
            ? written
            : Write(emission, compose, isQualified: true);
    }

    /// <summary>`private static readonly Statement Name = new("…");`.</summary>
    public Code Field(Ident name) => Code.Of($"private static readonly Statement {name} = new({Texts()});");

    private static SqlStatement Write(Emission emission, Func<StatementText, string> compose, bool isQualified)
    {
        var parameters = new StatementParameters();
        var postgres = SqlLayout.Of(compose(new StatementText(emission, Dialect.PostgreSql, parameters, isQualified)));
        var sqlite = SqlLayout.Of(compose(new StatementText(emission, Dialect.Sqlite, parameters, isQualified)));
        return new(postgres, sqlite, [.. parameters.Items]);
    }

    /// <summary>Then its columns need no table before them.</summary>
    internal static bool HasOneTable(string sql) =>
        !sql.Contains("join ", StringComparison.Ordinal) && !sql.Contains("(select ", StringComparison.Ordinal);

    /// <summary>The one text, or both where they differ.</summary>
    private Code Texts()
    {
        if (string.Equals(Postgres, Sqlite, StringComparison.Ordinal))
        {
            return IsShort(Postgres) ? Code.Of($"{Lit.Of(Postgres)}") : Code.Of($"""

                    {Lit.Raw(Postgres)}
                """);
        }

        return Code.Of($"""

                postgres:
                {Lit.Raw(Postgres)},
                sqlite:
                {Lit.Raw(Sqlite)}
            """);
    }

    private static bool IsShort(string text) => text.Length <= ShortEnough && !text.Contains('\n', StringComparison.Ordinal);
}
