using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using Ashlar.Emit.Expressions;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Emit.Sql;

/// <summary>The constraints of an entity's table, in the order in which they stand there: the same on both databases.</summary>
internal sealed class EntityConstraints
{
    /// <summary>The kernel's table of files.</summary>
    public const string FilesTable = "ashlar_files";

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly SystemModel _model;
    private readonly EntityTable _table;
    private readonly Entity _entity;

    private EntityConstraints(SystemModel model, EntityTable table)
    {
        (_model, _table, _entity) = (model, table, table.Entity);
    }

    public static ValueList<SqlConstraint> Of(SystemModel model, EntityTable table)
    {
        var constraints = new EntityConstraints(model, table);
        return constraints.Rules()
            .Concat(constraints.Fields())
            .OrderBy(OrderOf)
            .ToValueList();
    }

    private static int OrderOf(SqlConstraint constraint) => constraint switch
    {
        UniqueKey { Rule: null } => 0,
        ColumnCheck or WholeValueCheck => 1,
        RowCheck or ChangeCheck or ListCheck => 2,
        UniqueKey => 3,
        Exclusion => 4,
        _ => 5,
    };

    // Rules come first, so that a rule keeps its name where a field would get the same one.
    private SqlConstraint[] Rules() =>
        _entity.Checks.Select(OfCheck)
            .Concat(_entity.Uniques.Select(rule => new UniqueKey(
                Rule(rule.Name, "key"), Element(rule.Name), rule.Fields.SelectMany(_table.ColumnsOf).ToValueList(), rule)))
            .Concat(_entity.Exclusives.Select(rule => new Exclusion(Rule(rule.Name, "excl"), Element(rule.Name), rule)))
            .ToArray();

    private SqlConstraint[] Fields() => [.. _entity.Fields.SelectMany(OfField)];

    private SqlConstraint OfCheck(Check check)
    {
        var (name, element) = (Rule(check.Name, "check"), Element(check.Name));
        var nodes = FunctionInliner.Inline(check.Condition, _model.Function).DescendantsAndSelf().ToArray();
        var lists = ListsIn(_entity, nodes).ToValueList();
        return !lists.IsEmpty ? new ListCheck(name, element, check, lists)
            : nodes.Any(node => node is Variable { Kind: VariableKind.Old }) ? new ChangeCheck(name, element, check)
            : new RowCheck(name, element, check);
    }

    /// <summary>The lists of the row, and of the rows in them, that an expression reads, also through computed fields.</summary>
    private IEnumerable<OwnList> ListsIn(Entity self, IEnumerable<Expression> nodes) => nodes
        .OfType<FieldAccess>()
        .SelectMany(access => RowOf(self, access.Target) is { } row && row.Field(access.Field) is { } field
            ? ListsBehind(row, field)
            : [])
        .Distinct();

    private IEnumerable<OwnList> ListsBehind(Entity row, Field field) => field switch
    {
        { Type: ListType } => [new(row, field)],
        { Computed: { } computed } when !_model.IsStored(field) =>
            ListsIn(row, FunctionInliner.Inline(computed, _model.Function).DescendantsAndSelf()),
        _ => [],
    };

    private Entity? RowOf(Entity self, Expression target) => target switch
    {
        Variable { Kind: VariableKind.This } => self,
        Variable { Kind: VariableKind.Item, Type: ReferenceType item } => _model.EntityOf(item.Entity),
        _ => null,
    };

    private IEnumerable<SqlConstraint> OfField(Field field)
    {
        if (field.Relation is { Kind: RelationKind.Owned or RelationKind.Linked } && field.Constraints.MaxItems is { } most)
        {
            yield return MostItems(field, most);
        }

        foreach (var column in _table.ColumnsOf(field.Name).Where(column => ColumnConditions.Any(column)))
        {
            yield return new ColumnCheck(Rule(column.Name, "check"), Element(column.Path), column);
        }

        if (field is { Type: ValueType, IsOptional: true })
        {
            yield return WholeValue(field);
        }

        if (field.IsUnique)
        {
            var columns = _table.ColumnsOf(field.Name).ToValueList();
            yield return new UniqueKey(Rule(field.Name, "key"), Element(field.Name), columns, Rule: null);
        }

        foreach (var column in _table.ColumnsOf(field.Name))
        {
            if (TargetOf(column.Type) is { } target)
            {
                yield return new ForeignKey(Rule(column.Name, "fkey"), Element(column.Path), column, target, OnDelete(field));
            }
        }
    }

    private static DeleteRule OnDelete(Field field) =>
        field.OnDelete ?? (field.IsOwnerReference ? DeleteRule.Cascade : DeleteRule.Restrict);

    private string? TargetOf(ModelType type) => type switch
    {
        ReferenceType reference => SqlNames.Table(_model.EntityOf(reference.Entity)),
        ScalarType { Scalar: Scalar.File } => FilesTable,
        _ => null,
    };

    /// <summary>`lines: OrderLine[] owned max 100` counts its rows.</summary>
    private ListCheck MostItems(Field field, int most)
    {
        var self = new Variable(new ReferenceType(_entity.Name), VariableKind.This, "this");
        var source = new FieldAccess(field.Type, self, field.Name);
        var item = new Variable(field.Type is ListType list ? list.Item : field.Type, VariableKind.Item, field.Name);
        var count = new Comprehension(new ScalarType(Scalar.Int), ComprehensionKind.Count, item, source);
        var limit = new Literal(new ScalarType(Scalar.Int), (long)most);
        var condition = new Binary(new ScalarType(Scalar.Bool), BinaryOperator.LessOrEqual, count, limit);
        var check = new Check(field.Name, "", condition, field.Origin);
        return new(Rule(field.Name, "check"), Element(field.Name), check, [new(_entity, field)]);
    }

    private WholeValueCheck WholeValue(Field field)
    {
        var columns = _table.ColumnsOf(field.Name).ToLookup(column => column.Part is { IsOptional: true });
        return new(Rule(field.Name, "check"), Element(field.Name), columns[false].ToValueList(), columns[true].ToValueList());
    }

    private string Element(string member) => $"{_entity.Name}.{member}";

    private string Rule(string rule, string kind)
    {
        var name = SqlNames.Rule(_table.Name, rule, kind);
        for (var i = 2; !_names.Add(name); i++)
        {
            name = SqlNames.Rule(_table.Name, $"{rule}_{i}", kind);
        }

        return name;
    }
}
