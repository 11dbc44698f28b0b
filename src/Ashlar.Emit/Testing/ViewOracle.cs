using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;

namespace Ashlar.Emit.Testing;

/// <summary>
/// Evaluates a view over the world, row by row: a second reading that shares nothing with the statement which it checks. What
/// the rules of other rows decide inside of an expression (collections, rows behind optional references) it leaves alone.
/// </summary>
internal sealed class ViewOracle(Stage stage, View view, Actor actor, ViewInputs inputs)
{
    private const int MostItems = 50;

    private readonly (string Name, object? Value)[] _inputs = [.. inputs.Named];
    private bool _isBeyond;

    /// <summary>The rows of the answer; null where they are not worked out here.</summary>
    public JsonArray? Items()
    {
        if (view.AllRows is null && view.Shown().Any(part => IsBeyond(part.Value)))
        {
            return null;
        }

        var rows = stage.World.RowsOf(view.Entity)
            .Where(row => MayCount(row) && (view.Where is null || stage.Oracle.Holds(view.Where, row, actor, _inputs)))
            .ToList();
        var items = (view.IsGrouped ? Groups(rows) : rows.Select(row => new Item(row, [])))
            .Select(WithColumns)
            .Where(item => view.Keep is null || Of(view.Keep, item) is true)
            .ToList();
        items.Sort(Compare);
        var most = view.Limit is { } limit ? (int)(long)(stage.Oracle.Evaluate(limit, null, actor, _inputs) ?? 0L) : items.Count;
        return _isBeyond || items.Count > MostItems ? null : new JsonArray([.. items.Take(most).Select(Json)]);
    }

    private bool IsBeyond(Expression value) =>
        FunctionInliner.Inline(value, stage.World.Model.Function).DescendantsAndSelf()
            .Any(node => node is Comprehension { Source: not Variable { Kind: VariableKind.Group } });

    /// <summary>The row may be read, and everything of it and of the rows that it leads to that the view names.</summary>
    private bool MayCount(WorldRow row) => view.AllRows is not null
        || (stage.Permissions.Allows(row, Operation.Read, actor)
            && view.Shown().All(part => RowLevel(part.Value).OfType<FieldAccess>().All(access => MayRead(access, row))));

    private bool MayRead(FieldAccess access, WorldRow row)
    {
        if (access.Field == "id"
            || access.Target is Variable { Kind: VariableKind.Caller }
            || stage.Oracle.Evaluate(access.Target, row, actor, _inputs) is not WorldRow target
            || stage.Permissions.AllowsFields(target, Operation.Read, actor, [access.Field]))
        {
            return true;
        }

        _isBeyond |= access.Target.Type.IsNullable;
        return false;
    }

    /// <summary>What an expression reads, seen from one row: keys are what they stand for, the group is the row.</summary>
    private IReadOnlyList<Expression> RowLevel(Expression value) =>
        new SeenFromRow(view).Rewrite(FunctionInliner.Inline(value, stage.World.Model.Function)).DescendantsAndSelf();

    private IEnumerable<Item> Groups(List<WorldRow> rows) => rows
        .SelectMany(row => KeysOf(row).Select(keys => (Row: row, Keys: keys)))
        .GroupBy(pair => string.Join('\n', pair.Keys.Select(Text)))
        .Select(group => new Item(null, [
            .. view.Keys.Zip(group.First().Keys, (key, value) => (key.Name, value)),
            ("group", group.Select(pair => (object?)pair.Row).ToList()),
        ]));

    /// <summary>The keys of a row; several times where one of them is each item of a list.</summary>
    private IEnumerable<ImmutableArray<object?>> KeysOf(WorldRow row)
    {
        IEnumerable<ImmutableArray<object?>> keys = [[]];
        foreach (var key in view.Keys)
        {
            var value = stage.Oracle.Evaluate(key.Value, row, actor, _inputs);
            var values = key.IsEach ? (value as IEnumerable<object?> ?? []).ToList() : [value];
            keys = keys.SelectMany(before => values.Select(one => before.Add(one)));
        }

        return keys;
    }

    private Item WithColumns(Item item) => item with
    {
        Columns = [.. view.Columns.Select(column => (column.Name, Of(column.Value, item)))],
    };

    private object? Of(Expression value, Item item) =>
        stage.Oracle.Evaluate(value, item.Row, actor, [.. _inputs, .. item.Names, .. item.Columns]);

    // The clock of the tests goes on, so that nobody knows the moments.
    private JsonNode Json(Item item)
    {
        var json = new JsonObject();
        foreach (var (column, (name, value)) in view.Columns.Zip(item.Columns))
        {
            if (column.Value.Type is not ScalarType { Scalar: Scalar.Instant or Scalar.Duration or Scalar.Time })
            {
                json[name] = JsonForm.Of(column.Value.Type, value);
            }
        }

        return json;
    }

    private int Compare(Item left, Item right)
    {
        foreach (var key in view.Sort)
        {
            var order = Compare(Of(key.Value, left), Of(key.Value, right), key.IsDescending);
            if (order != 0)
            {
                return order;
            }
        }

        var isDescending = !view.IsGrouped && view.Sort is [{ IsDescending: true }];
        return LastKeys(left).Zip(LastKeys(right), (one, other) => Compare(one, other, isDescending))
            .FirstOrDefault(order => order != 0);
    }

    private IEnumerable<object?> LastKeys(Item item) =>
        item.Row is { } row ? [row.Id] : item.Names.Take(view.Keys.Count).Select(name => name.Value);

    // Null stands behind every value, and before it in descending order.
    private static int Compare(object? left, object? right, bool isDescending)
    {
        var order = (left, right) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            (WorldRow one, WorldRow other) => string.CompareOrdinal(one.Id, other.Id),
            (string one, string other) => string.CompareOrdinal(one, other),
            (long or decimal, long or decimal) => Convert.ToDecimal(left, System.Globalization.CultureInfo.InvariantCulture)
                .CompareTo(Convert.ToDecimal(right, System.Globalization.CultureInfo.InvariantCulture)),
            (IComparable one, _) => one.CompareTo(right),
            _ => 0,
        };
        return isDescending ? -order : order;
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        WorldRow row => row.Id,
        _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value.GetType().Name} {value}"),
    };

    /// <summary>A row of the answer: the row that it is about or the keys of its group, and what is shown of it.</summary>
    private sealed record Item(WorldRow? Row, (string Name, object? Value)[] Names)
    {
        public (string Name, object? Value)[] Columns { get; init; } = [];
    }

    private sealed class SeenFromRow(View view) : ExpressionRewriter
    {
        private readonly Variable _row = new(new ReferenceType(view.Entity), VariableKind.This, "this");

        public override Expression Visit(Variable node) => node.Kind switch
        {
            VariableKind.Key => Rewrite(view.Keys.First(key => key.Name == node.Name).Value),
            VariableKind.Column => Rewrite(view.Columns.First(column => column.Name == node.Name).Value),
            VariableKind.Item => _row,
            _ => node,
        };
    }
}
