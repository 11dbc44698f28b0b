using Ashlar.Core.Model;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;
using Ashlar.Emit.Features;
using Ashlar.Emit.Statements;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Actions;

/// <summary>The C# of what an action requires and does.</summary>
internal sealed partial class ActionBody : IStatementVisitor<Code>
{
    private readonly Emission _emission;
    private readonly ActionDefinition _action;
    private readonly ActionMembers _members;
    private readonly ActionVariables _variables;
    private readonly ActionSql _sql;
    private readonly ActionValues _values;
    private readonly ActionRefusals _refusals;
    private readonly ValueList<Variable> _shown;

    public ActionBody(Emission emission, ActionDefinition action, ActionMembers members, ValueList<Variable> shown)
        : this(emission, action, members, new ActionVariables(emission, action)) =>
        _shown = shown;

    /// <summary>The same with names that somebody else gives.</summary>
    public ActionBody(Emission emission, ActionDefinition action, ActionMembers members, ActionVariables variables)
    {
        _emission = emission;
        _action = action;
        _members = members;
        _variables = variables;
        _sql = new(emission);
        _values = new(emission, action.Name.Module);
        _refusals = new(members);
    }

    public Code All() => Code.Blocks([Requirements(), Block(_action.Body), Done()]);

    public Code Visit(LetStatement node)
    {
        var local = ActionVariables.LocalOf(node.Variable.Name);
        var (value, _) = Read(node.Variable.Name, [(node.Value, node.Variable.Type)]);
        var type = value.Text == "null" ? _values.TypeOf(node.Variable.Type) : TypeRef.BuiltIn("var");
        return Code.Of($"{type} {local} = {value};");
    }

    public Code Visit(SetStatement node) => RowChange.Of(node) is { } change ? Change(change) : Replace(node);

    public Code Visit(MoveStatement node) => Change(RowChange.Of(node));

    public Code Visit(CreateStatement node)
    {
        var entity = _emission.Entity(node.Entity);
        var id = node.Result is { } result
            ? ActionVariables.LocalOf(result.Name)
            : _variables.Fresh(Spelling.Camel(node.Entity.Name) + "Id");
        var numbers = NewRow.Sequences(entity)
            .Select(field => (Field: field, Local: _variables.Fresh($"{id.Text.TrimStart('@')}{Spelling.Pascal(field.Name)}")))
            .ToList();
        var insert = _sql.Insert(node, "new row");
        var arguments = _variables.Arguments.With([
            new("new row", Code.Of($"{id}")),
            .. numbers.Select(number => KeyValuePair.Create(
                CreatedRow.SequenceOf + number.Field.Name, CreateStatements.SequenceValue(number.Field, number.Local))),
        ]);
        var name = _members.Statement("Insert" + node.Entity.Name, insert);
        return Code.Lines([
            Code.Of($"var {id} = work.NewId();"),
            .. numbers.Select(number => Code.Of($"var {number.Local} = await work.NextAsync({Sequence(entity, number.Field)});")),
            Code.Of($"await work.Session.ExecuteAsync({StatementCall.Arguments(name, arguments.Of(insert))});"),
            .. node.Values.Where(given => given.Value.Type is ListType).Select(given =>
                Insert(entity, Field(entity, given.Field), Code.Of($"{id}"), given.Value)),
        ]);
    }

    public Code Visit(DeleteStatement node)
    {
        var delete = _sql.Delete(node);
        var name = _members.Statement("Delete" + node.Entity.Name, delete);
        return Code.Of($"await work.Session.ExecuteAsync({StatementCall.Arguments(name, _variables.Arguments.Of(delete))});");
    }

    public Code Visit(EmitStatement node)
    {
        var happened = _emission.Event(node.Event);
        var values = node.Values.Select(value => (value.Value, happened.Field(value.Field)?.Type ?? value.Value.Type)).ToList();
        var type = _values.Name(node.Event);
        var (read, _) = Read(node.Event.Name, values, parts => Code.Of($"new {type}({Code.Join(
            parts.Zip(happened.Fields, (part, field) => Code.Of($"{Names.Property(node.Event, field)}: {part}")), ", ")})"));
        return Code.Of($"await work.EmitAsync({read});");
    }

    public Code Visit(RequireStatement node) => Code.Of($$"""
        if ({{Not(node.Condition, "Unless" + node.Name)}})
        {
            {{Refused(_refusals.Of(node))}}
        }
        """);

    public Code Visit(ForStatement node)
    {
        var rows = _sql.Rows(node);
        var name = _members.Statement("Select" + Spelling.Pascal(node.Item.Name) + "s", rows);
        var arguments = StatementCall.Arguments(
            [Code.Of($"{name}"), Code.Of($"rows => rows.Uuid(0)")], _variables.Arguments.Of(rows));
        return Code.Of($$"""
            foreach (var {{ActionVariables.LocalOf(node.Item.Name)}} in await work.Session.ListAsync({{arguments}}))
            {
                {{Block(node.Body)}}
            }
            """);
    }

    public Code Visit(IfStatement node) => Code.Lines([
        Code.Of($$"""
            if ({{Is(node.Condition, "Condition")}})
            {
                {{Block(node.Then)}}
            }
            """),
        Code.When(!node.Else.IsEmpty, () => Code.Of($$"""
            else
            {
                {{Block(node.Else)}}
            }
            """)),
    ]);

    public Code Visit(GrantStatement node)
    {
        var (account, _) = Read(node.Role + "Account", [(node.Account, node.Account.Type)]);
        var role = Code.Of($"Roles.{Ident.Of(node.Role)}");
        if (!node.IsRevoked)
        {
            return Code.Of($"await RoleMembers.GrantAsync(work.Session, {account}, {role}, work.Now);");
        }

        return Code.Blocks([
            Code.When(_emission.Role(node.Role).IsGrantedByItself, () => Code.Of($$"""
                if (await RoleMembers.IsLastAsync(work.Session, {{account}}, {{role}}))
                {
                    {{Refused(Code.Of($"Refusal.LastMember"))}}
                }
                """)),
            Code.Of($"await RoleMembers.RevokeAsync(work.Session, {account}, {role});"),
        ]);
    }

    private Ident Sequence(Entity entity, Field field) => _members.Statement(
        CreateStatements.SequenceName(field).Text, CreateStatements.Sequence(entity, field));
}
