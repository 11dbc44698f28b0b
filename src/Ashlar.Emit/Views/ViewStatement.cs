using System.Collections.Immutable;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Expressions;
using Ashlar.Emit.Features;
using Ashlar.Emit.Shapes;
using Ashlar.Emit.Sql;
using Ashlar.Emit.Statements;

namespace Ashlar.Emit.Views;

/// <summary>
/// The one statement of a view. Its gate, where the database has to be asked for it, stands before the rows: whether the
/// caller may ask, whether each reference leads to something, whether there is a row.
/// </summary>
internal sealed class ViewStatement(Emission emission, View view)
{
    private const string Grouped = "grouped";

    private readonly ViewQuery _query = ViewQuery.Of(emission, view);
    private readonly Entity _entity = emission.Entity(view.Entity);

    public SqlStatement Write(ViewGate gate) => SqlStatement.Write(
        emission, text => gate.IsAsked ? Guarded(text, gate) : Rows(text, withOrder: false));

    private string Guarded(StatementText text, ViewGate gate)
    {
        var tests = gate.Columns(text).ToList();
        var asked = tests.Select((_, i) => Invariant($"gate.test_{i + 1}")).ToList();
        var rows = Indented(Rows(text, withOrder: true));
        var shown = _query.Columns.Select((_, i) => Invariant($"shown.column_{i + 1}"));
        var (joins, forms) = Joins(text);
        var order = Order(joins, forms).Select((key, i) => Invariant($"shown.order_{i + 1}{key.Direction}"));
        return $"select {StatementText.List([.. asked, "shown.is_row", .. shown])}"
            + $"\nfrom (select {StatementText.List(tests.Select((test, i) => Invariant($"{test} as test_{i + 1}")))}) as gate"
            + $"\nleft join (\n{rows}\n) as shown on {string.Join(" and ", asked)}"
            + $"\norder by {string.Join(", ", order)}";
    }

    /// <summary>The rows of the answer; with the keys of their order where another query goes over them.</summary>
    private string Rows(StatementText text, bool withOrder)
    {
        var (joins, forms) = Joins(text);
        var columns = _query.Columns
            .Select((value, i) => joins.Stored(forms.Rewrite(value), view.Columns[i].Value.Type))
            .ToList();
        var keep = joins.Conjunct(forms.Rewrite(_query.Keep));
        var order = Order(joins, forms);
        var where = view.IsGrouped ? [keep] : new[] { joins.Conjunct(_query.Where), keep };
        string[] selected = withOrder
            ?
            [
                "true as is_row", .. columns.Select((column, i) => Invariant($"{column} as column_{i + 1}")),
                .. order.Select((key, i) => Invariant($"{key.Text} as order_{i + 1}")),
            ]
            : [.. columns];
        return $"select {StatementText.List(selected)}\nfrom {joins.From}" + StatementText.Where(where)
            + $"\norder by {string.Join(", ", order.Select(key => key.Text + key.Direction))}" + Limit(text);
    }

    /// <summary>What the columns are worked out over, and the forms of the names in them.</summary>
    private (PathJoins Joins, KeyValues Forms) Joins(StatementText text) => view.IsGrouped
        ? Groups(text)
        : (new PathJoins(text, _entity, text.Row(_entity)), new KeyValues(new Dictionary<string, Expression>()));

    private List<(string Text, string Direction)> Order(PathJoins joins, KeyValues forms) =>
        [.. _query.Sort.Select(key => joins.Order(key with { Value = forms.Rewrite(key.Value) }))];

    /// <summary>One row for each group, with its keys and aggregates.</summary>
    private (PathJoins Joins, KeyValues Forms) Groups(StatementText text)
    {
        var joins = new PathJoins(text, _entity, text.Row(_entity));
        var where = joins.Conjunct(_query.Where);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var columns = new List<string>();
        var scope = SqlScope.Empty.Alias(Grouped).Scope;
        var forms = new Dictionary<string, Expression>(StringComparer.Ordinal);
        foreach (var ((name, value), key) in _query.Keys.Zip(view.Keys))
        {
            var column = key is { IsEach: true, Value: FieldAccess list } ? joins.Each(list) : joins.Stored(value, value.Type);
            Add(new Variable(key.Type, VariableKind.Key, name), column, key.Type);
        }

        foreach (var (variable, value) in _query.Aggregates)
        {
            var (aggregate, form) = joins.Aggregate(value);
            Add(variable, aggregate, form);
        }

        var keys = string.Join(", ", _query.Keys.Select((_, i) => Invariant($"{i + 1}")));
        var rows = $"select {StatementText.List(columns)}\nfrom {joins.From}{StatementText.Where(where)}\ngroup by {keys}";
        return (PathJoins.Over(text, _entity, $"(\n{Indented(rows)}\n) as {Grouped}", Grouped, scope), new KeyValues(forms));

        void Add(Variable variable, string column, ModelType form)
        {
            var name = NameOf(variable.Name, taken);
            columns.Add($"{column} as {name}");
            forms[variable.Name] = variable with { Type = form };
            scope = scope.WithKey(variable.Name, new ScalarBinding(SqlText.Primary($"{Grouped}.{name}")));
        }
    }

    private string Limit(StatementText text) => view.Limit switch
    {
        null => "",
        Literal { Value: long most } => Invariant($"\nlimit {most}"),
        var input => $"\nlimit {text.Expressions.Value(input, SqlScope.Empty)}",
    };

    private static string NameOf(string key, HashSet<string> taken)
    {
        var wanted = SqlNames.Fit(Core.Text.Spelling.Snake(key.Replace(' ', '_')));
        var name = wanted;
        for (var i = 2; !taken.Add(name); i++)
        {
            name = Invariant($"{wanted}_{i}");
        }

        return SqlNames.Quote(name);
    }

    private static string Indented(string sql) => "  " + sql.Replace("\n", "\n  ", StringComparison.Ordinal);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
