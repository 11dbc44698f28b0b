using System.Text;
using Ashlar.Core.Model;
using Ashlar.Core.Text;

namespace Ashlar.Emit.Sql;

/// <summary>
/// A table of the schema: that of an entity, or with <see cref="List"/> the one of its list of values or links.
/// </summary>
internal sealed record SchemaTable(Dialect Dialect, Entity Entity, Field? List, string Name, string Purpose)
{
    public ValueList<SchemaColumn> Columns { get; init; } = [];

    public ValueList<SchemaRule> Rules { get; init; } = [];

    public ValueList<SchemaIndex> Indexes { get; init; } = [];

    /// <summary>What `comment on` says of the table (the empty name) and of its columns, on PostgreSQL.</summary>
    public ValueList<(string Column, string Text)> Comments { get; init; } = [];

    /// <summary>One `create table`: columns, then constraints.</summary>
    public string CreateText
    {
        get
        {
            var text = new StringBuilder();
            text.Append("-- ").Append(Purpose).Append('\n');
            text.Append("create table ").Append(SqlNames.Quote(Name)).Append(" (\n");
            var lines = Columns.Select(column => (Line: $"{SqlNames.Quote(column.Name)} {column.Definition}", column.Comment))
                .Concat(Rules.Where(rule => rule is not ReferenceRule { IsLate: true })
                    .Select(rule => (Line: InTable(rule), Comment: "")))
                .ToArray();
            for (var i = 0; i < lines.Length; i++)
            {
                text.Append("  ").Append(lines[i].Line).Append(i + 1 < lines.Length ? "," : "");
                text.Append(lines[i].Comment.Length > 0 ? $" -- {lines[i].Comment}" : "").Append('\n');
            }

            return text.Append(Dialect == Dialect.Sqlite ? ") strict;" : ");").ToString();
        }
    }

    public IEnumerable<string> CommentTexts => Comments.Select(comment => CommentText(comment.Column, SqlStringOf(comment.Text)));

    public string CommentText(string column, string literal) => column.Length == 0
        ? $"comment on table {SqlNames.Quote(Name)} is {literal};"
        : $"comment on column {SqlNames.Quote(Name)}.{SqlNames.Quote(column)} is {literal};";

    public string AlterText(SchemaRule rule) => $"alter table {SqlNames.Quote(Name)} add {InTable(rule)};";

    public SchemaColumn? Column(string name) =>
        Columns.FirstOrDefault(column => string.Equals(column.Name, name, StringComparison.Ordinal));

    private static string SqlStringOf(string text) => Expressions.SqlText.Of(text).Text;

    private static string InTable(SchemaRule rule) => $"constraint {SqlNames.Quote(rule.Name)} {rule.Definition}";
}
