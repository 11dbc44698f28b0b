using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Binding;

/// <summary>Steps that reach beyond the rows at hand: `emit`, `run`, `grant` and `revoke`.</summary>
internal sealed partial class StatementBinder
{
    public Statement? Visit(EmitSyntax node)
    {
        var given = new GivenValues(_site, _scope, node.Values);
        if (Lookup.Find<EventElement>(_site, node.Event, Wanted.Event) is not { } told || !MayTell(told, node.Event))
        {
            given.BindAlone();
            return null;
        }

        var values = given.Bind(
            told.Fields,
            name => UnknownField.At(_site.At(name), told.Name.Name, name.Text, told.Fields.Names),
            (_, _) => true);
        var missing = given.Lacking(told.Fields.Slots);
        if (missing.Count > 0)
        {
            _site.Add(MissingValue.At(_site.At(node.Event), told.Name.Name, missing));
        }

        return new EmitStatement(told.Name, values, _site.OriginOf(node.Event));
    }

    public Statement? Visit(RunSyntax node)
    {
        var given = new GivenValues(_site, _scope, node.Inputs);
        if (Lookup.Find<ActionElement>(_site, node.Action, Wanted.Action) is not { } called || !IsRunnable(called, node.Action))
        {
            given.BindAlone();
            Forget();
            return null;
        }

        var name = called.Name.Name;
        var values = given.Bind(
            called.Inputs,
            written => UnknownArgument.At(_site.At(written), name, written.Text, called.Inputs.Names),
            (_, _) => true);
        var missing = given.Lacking(called.Inputs.Slots.Where(slot => WritableFields.IsRequired(slot.Field)));
        if (missing.Count > 0)
        {
            _site.Add(MissingArgument.At(_site.At(node.Action), name, missing));
        }

        Forget();
        var origin = _site.OriginOf(node.Action);
        return new RunStatement(called.Name, [.. values, .. given.LeftOut(called.Inputs, origin)], origin);
    }

    public Statement? Visit(GrantSyntax node)
    {
        var role = Lookup.FindRole(_site, node.Role.Name);
        if (_site.Names.Principal is not { } principal)
        {
            _site.Add(NoPrincipal.At(_site, node.Role));
            return null;
        }

        var account = ExpressionBinder.BindValue(_site, _scope, node.Account, principal.Type);
        return role is null
            ? null
            : new GrantStatement(role, account, _site.OriginOf(node.Role)) { IsRevoked = node.IsRevoked };
    }

    private bool MayTell(EventElement told, QualifiedNameSyntax name)
    {
        if (told.Site.Module == _site.Module)
        {
            return true;
        }

        if (Lookup.IsSeen(_site, name, told))
        {
            _site.Add(ForeignWrite.OfEvent(_site, name, told));
        }

        return false;
    }

    private bool IsRunnable(ActionElement called, QualifiedNameSyntax name)
    {
        if (!called.IsStarted)
        {
            return true;
        }

        _site.Add(NotRunnable.Started(_site.At(name), called));
        return false;
    }
}
