using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>Binds the values of rows that are there from the beginning: samples, and what is given in a scenario.</summary>
/// <param name="scope">What constants may name, if only to say what is wrong with it.</param>
/// <param name="isWhole">Every required field needs a value.</param>
/// <param name="find">The name of another row of the entity; empty where there is none, which is reported.</param>
internal sealed class SampleValues(
    Site site, Scope scope, Place place, bool isWhole, Func<NameSyntax, EntityElement, string> find)
{
    public ValueList<SampleValue> Bind(EntityElement entity, ObjectSyntax node) => BindValues(entity, node, isOwned: false);

    private ValueList<SampleValue> BindValues(EntityElement entity, ObjectSyntax node, bool isOwned)
    {
        var given = new Dictionary<string, ArgumentSyntax>(StringComparer.Ordinal);
        var values = new List<SampleValue>();
        foreach (var argument in node.Fields.Where(argument => !argument.Name.IsMissing))
        {
            if (!given.TryAdd(argument.Name.Text, argument))
            {
                site.Add(
                    DuplicateMember.At(site.At(argument.Name), argument.Name.Text, site.At(given[argument.Name.Text].Name)));
            }
            else if (FieldNames.Find(site, entity, argument.Name) is { } slot && IsSettable(argument.Name, slot, isOwned))
            {
                values.Add(new SampleValue(slot.Field.Name, BindContent(argument.Value, slot), site.OriginOf(argument.Name)));
            }
        }

        ReportMissing(entity, node, given, isOwned);
        return values.ToValueList();
    }

    private bool IsSettable(NameSyntax name, FieldSlot slot, bool isOwned)
    {
        var isDerived = slot.Modifiers is { Computed: not null } or { Generated: not null };
        var isFromOtherSide = slot.Field.Relation?.Kind is RelationKind.Inverse or RelationKind.LinkedInverse;
        if (isDerived || isFromOtherSide || (isOwned && slot.Field.IsOwnerReference))
        {
            site.Add(NotSettable.At(site.At(name), slot));
            return false;
        }

        return true;
    }

    private void ReportMissing(EntityElement entity, ObjectSyntax node, Dictionary<string, ArgumentSyntax> given, bool isOwned)
    {
        if (!isWhole)
        {
            return;
        }

        var missing = entity
            .Fields.Slots.Where(slot =>
                !given.ContainsKey(slot.Field.Name) && IsRequired(slot) && !(isOwned && slot.Field.IsOwnerReference))
            .Select(slot => slot.Field.Name)
            .ToList();
        if (missing.Count > 0)
        {
            site.Add(MissingValue.At(site.At(node), entity.Name.Name, missing));
        }
    }

    /// <summary>Nobody is signed in while samples are loaded, so a default that needs the caller gives none.</summary>
    private static bool IsRequired(FieldSlot slot)
    {
        var field = slot.Field;
        if (
            field.IsOptional
            || field.Type is ListType or StateType or UnknownType
            || field.Computed is not null
            || field.Generated is not null)
        {
            return false;
        }

        return field.Default is null
            || field.Default.DescendantsAndSelf().Any(node => node is Variable { Kind: VariableKind.Caller } or CallerIs);
    }

    private SampleContent BindContent(ExpressionSyntax node, FieldSlot slot) =>
        slot.Field.Relation?.Kind switch
        {
            RelationKind.Owned when slot.Target is { } child => BindRows(node, child),
            RelationKind.Linked when slot.Target is { } target => BindLinks(node, target),
            _ when slot.Field.Type is ReferenceType
                    && slot.Target is { } target
                    && node is not LiteralSyntax { Kind: LiteralKind.Null } => new SampleReference(ReferenceTo(node, target)),
            _ => BindConstant(node, slot),
        };

    private SampleConstant BindConstant(ExpressionSyntax node, FieldSlot slot)
    {
        var value = ExpressionBinder.BindValue(site, scope, node, slot.Field.Type);
        return new SampleConstant(place.VerifyConstant(site, value));
    }

    private SampleRows BindRows(ExpressionSyntax node, EntityElement child)
    {
        if (node is not ListSyntax list)
        {
            site.Add(SampleForm.Rows(site.At(node), child.Name.Name));
            return new SampleRows([]);
        }

        var rows = new List<SampleRow>();
        foreach (var item in list.Items)
        {
            if (item is ObjectSyntax row)
            {
                rows.Add(new SampleRow(BindValues(child, row, isOwned: true), site.OriginOf(row)));
            }
            else if (item is not MissingExpressionSyntax)
            {
                site.Add(SampleForm.Rows(site.At(item), child.Name.Name));
            }
        }

        return new SampleRows(rows.ToValueList());
    }

    private SampleLinks BindLinks(ExpressionSyntax node, EntityElement target)
    {
        if (node is ListSyntax list)
        {
            return new SampleLinks(
                list.Items.Select(item => ReferenceTo(item, target)).Where(name => name.Length > 0).ToValueList());
        }

        site.Add(SampleForm.Links(site.At(node), target.Name.Name));
        return new SampleLinks([]);
    }

    private string ReferenceTo(ExpressionSyntax node, EntityElement target)
    {
        if (node is NameExpressionSyntax { Name: { IsMissing: false } name })
        {
            return find(name, target);
        }

        if (node is not MissingExpressionSyntax)
        {
            site.Add(SampleForm.Reference(site.At(node), target.Name.Name));
        }

        return "";
    }
}
