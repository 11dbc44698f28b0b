using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Statements;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>What an action gives to a row that it makes, and what it leaves to defaults.</summary>
internal sealed class NewRow(Site site, EntityElement entity, bool isCallerKnown)
{
    public Diagnostic Unknown(NameSyntax name) =>
        name.Text == ImplicitFields.Id
            ? NotSettable.Key(site.At(name))
            : UnknownField.At(site.At(name), entity.Name.Name, name.Text, entity.Fields.Names);

    public bool IsGivable(NameSyntax name, FieldSlot slot)
    {
        if (NotSettable.OfNewRow(site.At(name), slot) is not { } found)
        {
            return true;
        }

        site.Add(found);
        return false;
    }

    public void ReportMissing(QualifiedNameSyntax at, GivenValues given)
    {
        var missing = given.Lacking(entity.Fields.Slots.Where(IsRequired));
        if (missing.Count > 0)
        {
            site.Add(MissingValue.At(site.At(at), entity.Name.Name, missing));
        }
    }

    /// <summary>A row begins in one of the states that it may begin in.</summary>
    public void CheckStates(ObjectSyntax node, ValueList<GivenValue> values)
    {
        foreach (var argument in node.Fields)
        {
            if (
                entity.Fields.Find(argument.Name.Text)?.Field.State is { } machine
                && values.FirstOrDefault(given => given.Field == argument.Name.Text) is { Value.Type: StateType } given
                && !Leaves(given.Value).All(leaf => leaf is Literal { Value: string state } && machine.Initial.Contains(state)))
            {
                site.Add(NotInitial.At(site, argument.Value, entity.Name.Name, machine.Initial));
            }
        }
    }

    private static IEnumerable<Expression> Leaves(Expression value) =>
        value is Conditional choice ? Leaves(choice.Then).Concat(Leaves(choice.Else)) : [value];

    private bool IsRequired(FieldSlot slot)
    {
        var field = slot.Field;
        if (field.State is { } machine)
        {
            return machine.Initial.Count > 1;
        }

        if (field.Type is ListType or UnknownType || field is not { Computed: null, Generated: null, OnUpdate: null })
        {
            return false;
        }

        return field.Default is null ? !field.IsOptional : !isCallerKnown && NeedsCaller(field.Default);
    }

    /// <summary>Where nobody may have signed in, a default that asks for the caller has nothing to go by.</summary>
    private static bool NeedsCaller(Expression value) =>
        value.DescendantsAndSelf().Any(node => node is Variable { Kind: VariableKind.Caller } or CallerIs);
}
