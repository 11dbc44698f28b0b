using System.Collections.Immutable;
using Ashlar.Emit.Expressions;
using Ashlar.Emit.Sql;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Statements;

/// <summary>A part of a statement that the kernel puts together, for both databases.</summary>
internal sealed record SqlPiece(string Postgres, string Sqlite)
{
    /// <summary>`"b.price"`, or both texts where they differ.</summary>
    public Code Code => string.Equals(Postgres, Sqlite, StringComparison.Ordinal)
        ? Literal(Postgres)
        : Text.Code.Of($"""
            new Sql(
                Postgres: {Literal(Postgres)},
                Sqlite: {Literal(Sqlite)})
            """);

    /// <summary>The same, below the line of the property that it is assigned to where it takes several lines.</summary>
    public Code Assigned => Code.Text.StartsWith("\"\"\"\n", StringComparison.Ordinal)
        ? Text.Code.Of($"""

                {Code}
            """)
        : Code;

    /// <summary>Writes several pieces with the same parameters.</summary>
    public static (ImmutableArray<SqlPiece> Pieces, SqlStatement Whole) Write(
        Emission emission, Func<StatementText, IReadOnlyList<string>> compose)
    {
        var written = Write(emission, compose, isQualified: true);
        return written.Pieces.All(piece => SqlStatement.HasOneTable(piece.Postgres) && SqlStatement.HasOneTable(piece.Sqlite))
            ? Write(emission, compose, isQualified: false)
            : written;
    }

    private static (ImmutableArray<SqlPiece> Pieces, SqlStatement Whole) Write(
        Emission emission, Func<StatementText, IReadOnlyList<string>> compose, bool isQualified)
    {
        var parameters = new StatementParameters();
        var postgres = compose(new StatementText(emission, Dialect.PostgreSql, parameters, isQualified));
        var sqlite = compose(new StatementText(emission, Dialect.Sqlite, parameters, isQualified));
        return (
            [
                .. postgres.Zip(
                    sqlite,
                    (left, right) => new SqlPiece(
                        SqlLayout.Of(left, SqlLayout.Narrow), SqlLayout.Of(right, SqlLayout.Narrow))),
            ],
            new SqlStatement("", "", [.. parameters.Items]));
    }

    private static Code Literal(string text) =>
        Text.Code.Of($"{(text.Contains('\n', StringComparison.Ordinal) ? Lit.Raw(text) : Lit.Of(text))}");
}
