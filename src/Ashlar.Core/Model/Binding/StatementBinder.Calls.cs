using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

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
        var found = Lookup.Find<Element>(_site, node.Action, Wanted.Runnable);
        if (found is SlotElement slot)
        {
            return BindCall(node, slot, given);
        }

        if (found is not ActionElement called || !IsRunnable(called, node.Action))
        {
            given.BindAlone();
            Forget();
            GiveUnknown(node.As);
            return null;
        }

        var values = BindInputs(node, called.Name.Name, called.Inputs, given);
        Forget();
        if (node.As is { IsMissing: false } name)
        {
            _site.Add(SlotCall.OfAction(_site, name, called));
            GiveUnknown(name);
        }

        var origin = _site.OriginOf(node.Action);
        return new RunStatement(called.Name, [.. values, .. given.LeftOut(called.Inputs, origin)], origin);
    }

    /// <summary>A call that is all that a step of a workflow does; its slot has effects, and is given what is known.</summary>
    public CallStatement? BindOutside(RunSyntax node)
    {
        var given = new GivenValues(_site, _scope, node.Inputs);
        var found = Lookup.Find<Element>(_site, node.Action, Wanted.Runnable);
        if (found is not SlotElement slot || !EffectBinder.HasEffect(slot.Syntax))
        {
            ReportInside(node, found);
            given.BindAlone();
            GiveUnknown(node.As);
            return null;
        }

        var call = BindCall(node, slot, given, isOutside: true);
        foreach (var (value, written) in call?.Inputs.Select(input => (input.Value, ValueOf(node, input))) ?? [])
        {
            if (value is not Literal && (value is not Variable variable || _scope.Find(variable.Name) is null)
                && !value.DescendantsAndSelf().Any(inner => inner.Type is UnknownType))
            {
                _site.Add(CallForm.Computed(_site, written));
            }
        }

        return call;
    }

    private void ReportInside(RunSyntax node, Element? found)
    {
        switch (found)
        {
            case ActionElement called:
                _site.Add(CallForm.OfAction(_site, node.Action, called));
                break;
            case SlotElement { Syntax.Effect: { Word.Text: "none" } } called:
                _site.Add(CallForm.WithoutEffect(_site, node.Action, called));
                break;
            default:
                break;
        }
    }

    private static ExpressionSyntax ValueOf(RunSyntax node, GivenValue input) =>
        node.Inputs.Fields.First(field => field.Name.Text == input.Field).Value;

    private CallStatement? BindCall(RunSyntax node, SlotElement called, GivenValues given, bool isOutside = false)
    {
        var values = BindInputs(node, called.Name.Name, called.Inputs, given);
        if (called.Site.Module != _site.Module)
        {
            GiveUnknown(node.As);
            return null;
        }

        if (!isOutside && EffectBinder.HasEffect(called.Syntax))
        {
            _site.Add(SlotEffect.CalledByAction(_site.At(node.Action), called));
        }

        var isNamed = node.As is { IsMissing: false } name && names.IsNewValue(name);
        var results = isNamed && node.As is { } result ? GiveResults(result, called) : [];
        return new CallStatement(
            called.Name, values, isNamed ? node.As?.Text : null, results, _site.OriginOf(node.Action));
    }

    private ValueList<GivenValue> BindInputs(RunSyntax node, string name, FieldTable inputs, GivenValues given)
    {
        var values = given.Bind(
            inputs, written => UnknownArgument.At(_site.At(written), name, written.Text, inputs.Names), (_, _) => true);
        CheckPasswords(node.Inputs, inputs, values);
        var missing = given.Lacking(inputs.Slots.Where(slot => WritableFields.IsRequired(slot.Field)));
        if (missing.Count > 0)
        {
            _site.Add(MissingArgument.At(_site.At(node.Action), name, missing));
        }

        return values;
    }

    /// <summary>One value is called as the step says; several have a dot and their own names behind it.</summary>
    private ValueList<Variable> GiveResults(NameSyntax name, SlotElement called)
    {
        var given = new List<Variable>();
        foreach (var field in called.Outputs.Slots.Select(slot => slot.Field))
        {
            var whole = called.GivesOne ? name.Text : NamedValues.VariableOf(name.Text, field.Name);
            var variable = new Variable(field.Type, VariableKind.Input, whole) { Origin = _site.OriginOf(name) };
            _scope = _scope.With(new Local(variable, field.Constraints));
            given.Add(variable);
        }

        _scope = called.GivesOne
            ? _scope
            : _scope with { Bundles = _scope.Bundles.Add(new NamedValues(name.Text, called, called.Outputs)) };
        return given.ToValueList();
    }

    private void GiveUnknown(NameSyntax? name) => Give(name, new UnknownType());

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
        if (called.IsStarted)
        {
            _site.Add(NotRunnable.Started(_site.At(name), called));
        }
        else if (called.Changes is not null)
        {
            _site.Add(ChangesForm.RunByAction(_site.At(name), called));
        }

        return called is { IsStarted: false, Changes: null };
    }
}
