using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Features;
using Ashlar.Emit.Statements;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Actions;

/// <summary>Lists of values, which have a table of their own.</summary>
internal sealed partial class ActionBody
{
    private static Field Field(Entity entity, string name) =>
        entity.Field(name) ?? throw new InvalidOperationException($"{entity.Name} has no field `{name}`");

    /// <summary>Puts a list in place of the one that the row has; a list that people write changes the row with it.</summary>
    private Code Replace(SetStatement node)
    {
        var entity = _emission.Entity(node.Entity);
        var field = Field(entity, node.Field);
        var (row, isQuery) = Read(node.Entity.Name + "Of" + Spelling.Pascal(field.Name), [(node.Row, node.Row.Type)]);
        var id = isQuery ? Code.Of($"{_variables.Fresh(Spelling.Camel(node.Entity.Name) + "Id")}") : row;
        var change = _sql.Update(new RowChange(node.Row, node.Entity, [], []));
        var delete = ListWrites.DeleteAll(_emission, entity, field);
        return Code.Lines([
            Code.When(isQuery, () => Code.Of($"var {id} = {row};")),
            Code.When(!field.IsReadonly, () => Code.Of($"await work.Session.ExecuteAsync({StatementCall.Arguments(
                _members.Statement("Change" + node.Entity.Name, change), _variables.Arguments.Of(change))});")),
            Code.Of($"await work.Session.ExecuteAsync({
                _members.Statement("Delete" + Spelling.Pascal(field.Name), delete)}, {id});"),
            Insert(entity, field, id, node.Value),
        ]);
    }

    /// <summary>Stores the items of a list: those of an input as they are, or those that are written.</summary>
    private Code Insert(Entity entity, Field field, Code id, Expression value)
    {
        var name = _members.Statement("Insert" + Spelling.Pascal(field.Name), ListWrites.InsertValues(_emission, entity, field));
        var types = new CSharpTypes(_action.Name.Module);
        if (value is not ListLiteral list)
        {
            var items = _variables.Known(value, value.Type)
                ?? throw new InvalidOperationException($"`{field.Name}` is given no list");
            return Store(items);
        }

        if (list.Items.IsEmpty)
        {
            return Code.Empty;
        }

        var type = field.Type is ListType of ? of.Item : list.Type;
        var (read, _) = Read(
            field.Name,
            [.. list.Items.Select(item => (item, type))],
            parts => Code.Of($"new {_values.TypeOf(type)}[] {{ {Code.Join(parts, ", ")} }}"));
        var local = _variables.Fresh(field.Name);
        return Code.Lines([
            Code.Of($"var {local} = {read};"),
            Store(Code.Of($"{local}")),
        ]);

        Code Store(Code items)
        {
            var rows = ListWrites.ValueRows(_emission, types, field, id, items);
            return Code.Of($"await work.Session.ExecuteManyAsync({name}, {rows});");
        }
    }
}
