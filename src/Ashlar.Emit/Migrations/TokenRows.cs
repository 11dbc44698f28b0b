using System.Globalization;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Sql;

namespace Ashlar.Emit.Migrations;

/// <summary>
/// Rows for every table of a model whose values tell where they come from, to try a migration on. The first row of a table has
/// null wherever it may.
/// </summary>
internal sealed class TokenRows(SystemModel model, Dialect dialect)
{
    private const int Rows = 3;

    private int _token;

    private bool IsSqlite => dialect == Dialect.Sqlite;

    public static IEnumerable<string> Of(SystemModel model, Dialect dialect) => Of(model, dialect, first: 0, Rows);

    /// <summary>Those with the numbers from the first one on.</summary>
    public static IEnumerable<string> Of(SystemModel model, Dialect dialect, int first, int count)
    {
        var rows = new TokenRows(model, dialect);
        return SchemaWriter.SchemaOf(model, dialect).Tables.SelectMany(table => Enumerable.Range(first, count)
            .Select(number => rows.Insert(table, number)));
    }

    public static string Id(string table, int number)
    {
        var hash = table.Aggregate(17u, (sum, letter) => unchecked((sum * 31) + letter));
        return string.Create(CultureInfo.InvariantCulture, $"{hash:x8}-0000-4000-8000-{number:x12}");
    }

    private string Insert(SchemaTable table, int number)
    {
        var columns = table.Columns
            .Where(column => column.Computed is null && column.Name is not (SearchWriter.Words or "row_key" or "row_version"))
            .ToArray();
        var values = columns.Select((column, i) => Value(table, column, i, number));
        return $"insert into {SqlNames.Quote(table.Name)} ({SqlNames.List(columns.Select(column => column.Name))}) "
            + $"values ({string.Join(", ", values)});";
    }

    private string Value(SchemaTable table, SchemaColumn column, int place, int number)
    {
        if (table.Rules.OfType<ReferenceRule>().FirstOrDefault(rule => rule.Column == column.Name) is { } reference)
        {
            return number == 0 && !column.IsRequired ? "null" : $"'{Id(reference.Target, number)}'";
        }

        if (column.Source is not { } source)
        {
            return column.Name == "id" ? $"'{Id(table.Name, number)}'" : number.ToString(CultureInfo.InvariantCulture);
        }

        return number == 0 && !column.IsRequired ? "null" : Token(source);
    }

    private string Token(SqlColumn column)
    {
        var token = ++_token;
        var number = token.ToString(CultureInfo.InvariantCulture);
        return column.Type switch
        {
            EnumType type => Name([.. (model.Enum(type.Enum)?.Values ?? []).Select(value => value.Name)], token),
            StateType => Name([.. column.Field.State?.States ?? []], token),
            DecimalType => IsSqlite ? number : number + "::numeric / 100",
            ScalarType { Scalar: Scalar.Bool } => token % 2 == 0 ? "true" : "false",
            ScalarType { Scalar: Scalar.Url } => $"'https://example.com/{number}'",
            ScalarType { Scalar: Scalar.Email } => $"'t{number}@example.com'",
            ScalarType { Scalar: Scalar.Date } => "'2026-01-15'",
            ScalarType { Scalar: Scalar.Instant } => IsSqlite ? number : $"to_timestamp({number})",
            ScalarType { Scalar: Scalar.Int or Scalar.Long or Scalar.Months } => number,
            ScalarType { Scalar: Scalar.Duration } when IsSqlite => number,
            ScalarType { Scalar: Scalar.Zone } => "'Europe/Berlin'",
            _ => $"'token-{number}'",
        };
    }

    private static string Name(string[] names, int token) => $"'{names[token % names.Length]}'";
}
