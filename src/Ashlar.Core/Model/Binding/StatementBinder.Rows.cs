using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>Steps that write rows: `set`, `move`, `create` and `delete`.</summary>
internal sealed partial class StatementBinder
{
    public Statement? Visit(SetSyntax node)
    {
        var row = BindRow(node.Row);
        var slot = row is var (_, entity) && MayWrite(entity, node.Row) ? SettableField(entity, node.Field) : null;
        var value = ExpressionBinder.BindValue(_site, _scope, node.Value, slot?.Field.Type ?? new UnknownType());
        Forget();
        if (slot is null || row is not var (target, owner) || !IsPassword(node.Value, value, slot))
        {
            return null;
        }

        if (!value.Type.IsNullable && value.Type is not (NullType or UnknownType))
        {
            _scope = _scope.Knowing(Facts.Given(new FieldAccess(slot.Field.Type, target, slot.Field.Name)));
        }

        return new SetStatement(target, owner.Name, slot.Field.Name, value, _site.OriginOf(node));
    }

    public Statement? Visit(MoveSyntax node)
    {
        var row = BindRow(node.Row);
        Forget();
        if (
            row is not var (target, entity)
            || !MayWrite(entity, node.Row)
            || FieldNames.Find(_site, entity, node.Field) is not { } slot)
        {
            return null;
        }

        if (slot.Field.State is not { } machine)
        {
            _site.Add(NotAState.At(_site, node, slot));
            return null;
        }

        if (node.To.IsMissing || !IsState(slot, machine, node.To))
        {
            return null;
        }

        var from = machine.Transitions.Where(step => step.To == node.To.Text).Select(step => step.From).ToValueList();
        if (from.IsEmpty)
        {
            _site.Add(NoTransition.At(_site, node, slot));
            return null;
        }

        var begin = node.From.Where(state => !state.IsMissing && MayBecome(node, slot, machine, from, state))
            .Select(state => state.Text).Distinct(StringComparer.Ordinal).ToValueList();
        return new MoveStatement(
            target, entity.Name, slot.Field.Name, node.To.Text, node.From.IsEmpty ? from : begin, _site.OriginOf(node));
    }

    private bool MayBecome(MoveSyntax node, FieldSlot slot, StateMachine machine, ValueList<string> from, NameSyntax state)
    {
        if (!IsState(slot, machine, state) || from.Contains(state.Text, StringComparer.Ordinal))
        {
            return machine.States.Contains(state.Text);
        }

        _site.Add(NoTransition.Between(_site, node, state, slot));
        return false;
    }

    public Statement? Visit(NewRowSyntax node)
    {
        var entity = Lookup.Find<EntityElement>(_site, node.Entity, Wanted.Entity);
        var given = new GivenValues(_site, _scope, node.Values);
        CreateStatement? made = null;
        if (entity is null || !MayCreate(entity, node.Entity))
        {
            given.BindAlone();
        }
        else
        {
            var rows = new NewRow(_site, entity, _scope.Facts.IsCallerKnown);
            var values = given.Bind(entity.Fields, rows.Unknown, rows.IsGivable);
            rows.ReportMissing(node.Entity, given);
            rows.CheckStates(node.Values, values);
            CheckPasswords(node.Values, entity.Fields, values);
            made = new CreateStatement(entity.Name, values, null, _site.OriginOf(node.Entity));
        }

        Forget();
        var result = Give(node.As, entity?.Type ?? (ModelType)new UnknownType());
        return made is null ? null : made with { Result = result };
    }

    public Statement? Visit(RemoveRowSyntax node)
    {
        var row = BindRow(node.Row);
        Forget();
        return row is var (target, entity) && MayWrite(entity, node.Row)
            ? new DeleteStatement(target, entity.Name, _site.OriginOf(node))
            : null;
    }

    public Statement? Visit(LinkSyntax node)
    {
        var row = BindRow(node.Row);
        var slot = row is var (_, entity) && MayWrite(entity, node.Row) ? LinkedField(entity, node) : null;
        var item = ExpressionBinder.BindValue(_site, _scope, node.Item, slot?.Target?.Type ?? (ModelType)new UnknownType());
        Forget();
        if (slot is null || row is not var (target, owner))
        {
            return null;
        }

        return new LinkStatement(target, owner.Name, slot.Field.Name, item, _site.OriginOf(node))
        {
            IsRemoved = node.IsRemoved,
        };
    }

    private FieldSlot? LinkedField(EntityElement entity, LinkSyntax node)
    {
        if (FieldNames.Find(_site, entity, node.Field) is not { } slot)
        {
            return null;
        }

        if (slot.Field.Relation is { Kind: RelationKind.Linked })
        {
            return slot;
        }

        _site.Add(NotLinked.At(_site, node, slot));
        return null;
    }

    private FieldSlot? SettableField(EntityElement entity, NameSyntax name)
    {
        if (name.Text == ImplicitFields.Id && entity.Fields.Find(name.Text) is null)
        {
            _site.Add(NotSettable.Key(_site.At(name)));
            return null;
        }

        if (FieldNames.Find(_site, entity, name) is not { } slot)
        {
            return null;
        }

        if (NotSettable.ByAction(_site.At(name), slot) is { } found)
        {
            _site.Add(found);
            return null;
        }

        return slot;
    }

    private bool IsState(FieldSlot slot, StateMachine machine, NameSyntax to)
    {
        if (machine.States.Contains(to.Text))
        {
            return true;
        }

        _site.Add(UnknownValue.At(_site.At(to), to.Text, slot.Field.Name, machine.States, []));
        return false;
    }

    /// <summary>An entity that may not even be named here is reported where it is looked up.</summary>
    private bool MayCreate(EntityElement entity, QualifiedNameSyntax name) =>
        entity.Site.Module == _site.Module || (Lookup.IsSeen(_site, name, entity) && MayWrite(entity, name));
}
