using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using Ashlar.Emit.Sql;
using Ashlar.Emit.Statements;
using Ashlar.Emit.Text;
using ValueType = Ashlar.Core.Model.Types.ValueType;

namespace Ashlar.Emit.Testing;

/// <summary>The statements that put the rows of a world into the database, rows before those that refer to them.</summary>
internal sealed class WorldInserts(Emission emission, World world)
{
    private const int Width = 110;

    private readonly World _world = world;
    private readonly List<WorldRow> _ordered = [];

    public bool UsesToday => _world.Rows.Any(row => row.Entity.Fields.Any(item => row[item.Name] is Moment.Today));

    public IEnumerable<Code> Statements()
    {
        foreach (var entity in Used())
        {
            yield return Insert(Name(entity), SqlNames.Table(entity),
                ["id", .. Extra(entity), .. entity.Fields.SelectMany(Columns)]);
            foreach (var field in entity.Fields.Where(IsListOfValues))
            {
                yield return Insert(Name(entity, field), SqlNames.ListTable(entity, field),
                    ["owner_id", "position", .. ItemColumns(field)]);
            }

            foreach (var field in entity.Fields.Where(field => field.Relation is { Kind: RelationKind.Linked }))
            {
                var link = Link(entity, field);
                yield return Insert(Name(entity, field), link.Name, [link.OwnerColumn, link.TargetColumn]);
            }
        }

        if (_world.Actors.Count > 0 && !emission.HasIssuer)
        {
            yield return Insert(Ident.Of("AddSession"), "ashlar_sessions",
                ["token_hash", "account_id", "created_at", "expires_at"]);
        }

        if (_world.Actors.Any(actor => !actor.Roles.IsEmpty))
        {
            yield return Insert(Ident.Of("AddRole"), "ashlar_role_members", ["account_id", "role", "granted_at"]);
        }
    }

    /// <summary>Lets an actor in, until a moment: `now.AddDays(1)`.</summary>
    public Code Person(Actor actor, Code until)
    {
        var id = Code.Of($"new Guid({Lit.Of(actor.Row?.Id ?? "")})");
        var hash = Code.Of($"Value.Bytes(TestToken.HashOf({Lit.Of(actor.Name)}))");
        var session = Code.Of($"""
            await session.ExecuteAsync(
                AddSession, {hash}, {id}, now, {until});
            """);
        var roles = actor.Roles.Select(role => Code.Of($"await session.ExecuteAsync(AddRole, {id}, {Lit.Of(role)}, now);"));
        return Code.Lines(emission.HasIssuer ? roles : roles.Prepend(session));
    }

    public IEnumerable<Code> Rows()
    {
        foreach (var row in _world.Rows)
        {
            Order(row, []);
        }

        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        return _ordered.SelectMany(row => Row(row, positions)).Concat(_ordered.SelectMany(Links)).ToList();
    }

    private IEnumerable<Entity> Used() => _world.Model.Entities.Where(entity => _world.RowsOf(entity.Name).Any());

    private void Order(WorldRow row, HashSet<string> path)
    {
        if (_ordered.Contains(row) || !path.Add(row.Id))
        {
            return;
        }

        foreach (var target in row.Entity.Fields.Select(field => row[field.Name]).OfType<WorldRow>())
        {
            Order(target, path);
        }

        _ordered.Add(row);
    }

    private static Code Insert(Ident name, string table, IReadOnlyList<string> columns)
    {
        var parameters = StatementText.List(columns.Select((_, i) => $"${i + 1}"));
        var names = StatementText.List(columns.Select(SqlNames.Quote), start: $"insert into {SqlNames.Quote(table)} (");
        var sql = $"{names})\nvalues ({parameters})";
        return Code.Of($"""
            private static readonly Statement {name} = new(
                {Lit.Raw(sql)});
            """);
    }

    private static IEnumerable<string> Extra(Entity entity) => entity.Owner is null ? [] : ["position"];

    private IEnumerable<string> Columns(Field field)
    {
        if (!field.IsStoredInRow)
        {
            return [];
        }

        return field.Type is ValueType value
            ? Parts(value).Select(part => SqlNames.ValueColumn(field, part))
            : [SqlNames.Column(field)];
    }

    private IEnumerable<string> ItemColumns(Field field) => field.Type is ListType { Item: ValueType value }
        ? Parts(value).Select(SqlNames.Column)
        : ["value"];

    private ValueList<Field> Parts(ValueType type) => _world.Model.Value(type.Value)?.Fields ?? [];

    private static bool IsListOfValues(Field field) => field is { Type: ListType, Relation: null, Computed: null };

    private LinkTable Link(Entity entity, Field field) =>
        field.Relation is { } relation && _world.Model.Entity(relation.Target) is { } target
        ? LinkTable.Of(entity, field, target)
        : throw new InvalidOperationException($"{entity.Name}.{field.Name} links to nothing");

    private IEnumerable<Code> Row(WorldRow row, Dictionary<string, int> positions)
    {
        var values = row.Entity.Fields.Where(field => field.IsStoredInRow)
            .SelectMany(field => Values(field.Type, row[field.Name]));
        var position = row.Entity.Owner is null ? [] : new[] { Code.Of($"{Position(row, positions)}") };
        yield return Execute(Name(row.Entity), [Id(row), .. position, .. values]);
        foreach (var field in row.Entity.Fields.Where(IsListOfValues))
        {
            var items = (row[field.Name] as IEnumerable<object?> ?? []).Index();
            foreach (var (index, item) in items)
            {
                var type = field.Type is ListType list ? list.Item : field.Type;
                yield return Execute(Name(row.Entity, field), [Id(row), Code.Of($"{index}"), .. Values(type, item)]);
            }
        }
    }

    private static int Position(WorldRow row, Dictionary<string, int> positions)
    {
        var owner = row.Entity.Fields.FirstOrDefault(field => field.IsOwnerReference);
        var key = $"{row.Entity.Name} {(owner is null ? null : row[owner.Name] as WorldRow)?.Id}";
        positions[key] = positions.TryGetValue(key, out var last) ? last + 1 : 0;
        return positions[key];
    }

    private static IEnumerable<Code> Links(WorldRow row) =>
        from field in row.Entity.Fields
        where field.Relation is { Kind: RelationKind.Linked }
        from target in (row[field.Name] as IEnumerable<object?> ?? []).OfType<WorldRow>()
        select Execute(Name(row.Entity, field), [Id(row), Id(target)]);

    private IEnumerable<Code> Values(ModelType type, object? value) => type is ValueType parts
        ? Parts(parts).Select(part => ParameterForm.Of(part.Type, (value as WorldValue)?[part.Name]))
        : [ParameterForm.Of(type, value)];

    private static Code Execute(Ident statement, IEnumerable<Code> values)
    {
        var list = values.Prepend(Code.Of($"{statement}")).ToList();
        var line = Code.Of($"await session.ExecuteAsync({Code.Join(list, ", ")});");
        return line.Text.Length <= Width ? line : Code.Of($"""
            await session.ExecuteAsync(
                {Code.Filled(list, Width)});
            """);
    }

    private static Code Id(WorldRow row) => Code.Of($"new Guid({Lit.Of(row.Id)})");

    private static Ident Name(Entity entity) => Ident.Of($"Add{entity.Name.Module}{entity.Name.Name}");

    private static Ident Name(Entity entity, Field field) =>
        Ident.Of($"Add{entity.Name.Module}{entity.Name.Name}{Spelling.Pascal(field.Name)}");
}
