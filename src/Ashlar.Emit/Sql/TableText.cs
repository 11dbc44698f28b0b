using System.Text;

namespace Ashlar.Emit.Sql;

/// <summary>One `create table`: columns, then constraints.</summary>
internal sealed class TableText(Dialect dialect, string name, string purpose)
{
    private readonly List<(string Line, string Comment)> _columns = [];
    private readonly List<string> _constraints = [];

    public void Column(string name, string definition, string comment = "") =>
        _columns.Add(($"{SqlNames.Quote(name)} {definition}", comment));

    public void Constraint(string name, string definition) => _constraints.Add($"constraint {SqlNames.Quote(name)} {definition}");

    public string Write()
    {
        var text = new StringBuilder();
        text.Append("-- ").Append(purpose).Append('\n');
        text.Append("create table ").Append(SqlNames.Quote(name)).Append(" (\n");
        var lines = _columns.Concat(_constraints.Select(line => (Line: line, Comment: ""))).ToArray();
        for (var i = 0; i < lines.Length; i++)
        {
            text.Append("  ").Append(lines[i].Line).Append(i + 1 < lines.Length ? "," : "");
            text.Append(lines[i].Comment.Length > 0 ? $" -- {lines[i].Comment}" : "").Append('\n');
        }

        return text.Append(dialect == Dialect.Sqlite ? ") strict;" : ");").ToString();
    }
}
