using System.Collections.Immutable;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Binding;

/// <summary>Binds what a field says without looking at other fields: its type, its bounds and its plain words.</summary>
internal static class FieldBinder
{
    public static void BindEntity(EntityElement entity)
    {
        foreach (var member in entity.Syntax.Members)
        {
            if (member is FieldSyntax node && IsNew(entity.Fields, entity.Site, node))
            {
                entity.Fields.Add(BindOfEntity(entity, node));
            }
        }
    }

    public static void BindValue(ValueElement value)
    {
        foreach (var node in value.Syntax.Fields.Where(node => IsNew(value.Fields, value.Site, node)))
        {
            value.Fields.Add(BindOfValue(value, node));
        }
    }

    public static void BindInputs(FunctionElement function)
    {
        foreach (var node in function.Syntax.Inputs.Where(node => IsNew(function.Inputs, function.Site, node)))
        {
            function.Inputs.Add(BindInput(function.Site, node));
        }
    }

    public static void BindInputs(ActionElement action)
    {
        foreach (var node in action.Syntax.Inputs.Where(node => IsNew(action.Inputs, action.Site, node)))
        {
            action.Inputs.Add(BindCarried(action.Site, node, FieldPlace.Parameter));
        }

        foreach (var inputs in action.Syntax.FieldInputs)
        {
            FieldInputBinder.Bind(action, inputs);
        }
    }

    public static void BindInputs(ViewElement view)
    {
        foreach (var node in view.Syntax.Inputs.Where(node => IsNew(view.Inputs, view.Site, node)))
        {
            var slot = Bind(view.Site.About(node.Name.Text), node, FieldPlace.Parameter);
            if (node.Type.State is not null || !ViewForm.IsParameter(slot.Field.Type))
            {
                view.Site.Add(ViewForm.Input(view.Site, node, slot.Field.Type));
                slot.Field = slot.Field with { Type = new UnknownType() };
            }

            view.Inputs.Add(slot);
        }
    }

    public static void BindEvent(EventElement told)
    {
        foreach (var node in told.Syntax.Fields.Where(node => IsNew(told.Fields, told.Site, node)))
        {
            told.Fields.Add(BindCarried(told.Site, node, FieldPlace.Event));
        }
    }

    /// <summary>What a task asks for; a person types it.</summary>
    public static FieldTable BindAnswer(Site site, IEnumerable<FieldSyntax> nodes)
    {
        var answer = new FieldTable();
        foreach (var node in nodes.Where(node => IsNew(answer, site, node)))
        {
            var slot = Bind(site.About(node.Name.Text), node, FieldPlace.Event);
            if (node.Type.State is not null || !TaskForm.Asks(slot.Field.Type))
            {
                site.Add(TaskForm.Field(site, node, slot.Field.Type));
                slot.Field = slot.Field with { Type = new UnknownType() };
            }

            answer.Add(slot);
        }

        return answer;
    }

    public static void BindSlot(SlotElement slot)
    {
        foreach (var node in slot.Syntax.Inputs.Where(node => IsNew(slot.Inputs, slot.Site, node)))
        {
            slot.Inputs.Add(BindOfSlot(slot.Site, node));
        }

        foreach (var node in OutputsOf(slot.Syntax).Where(node => IsNew(slot.Outputs, slot.Site, node)))
        {
            slot.Outputs.Add(BindOfSlot(slot.Site, node));
        }
    }

    public static void BindConfig(ConfigElement config)
    {
        foreach (var node in config.Syntax.Keys.Where(node => IsNew(config.Keys, config.Site, node)))
        {
            var site = config.Site.About(node.Name.Text);
            var slot = Create(site, node, FieldPlace.Config, ConfigBinder.TypeOf(site, node.Type));
            if (node.Type.State is not null || !ConfigForm.Carries(slot.Field.Type))
            {
                site.Add(ConfigForm.KeyType(site, node, slot.Field.Type));
                slot.Field = slot.Field with { Type = new UnknownType() };
            }

            config.Keys.Add(slot);
        }
    }

    /// <summary>One value has no name in the text.</summary>
    private static ImmutableArray<FieldSyntax> OutputsOf(SlotSyntax slot) => slot.Output switch
    {
        null => [],
        { Type: { } type } one =>
            [new FieldSyntax(new NameSyntax(SlotOutput.Only, type.Span), type, one.Modifiers, one.Span)],
        { Fields: var fields } => fields,
    };

    /// <summary>What a slot takes or gives is a value that means the same outside of the database.</summary>
    private static FieldSlot BindOfSlot(Site site, FieldSyntax node)
    {
        var slot = Bind(site.About(node.Name.Text), node, FieldPlace.Slot);
        if (node.Type.State is not null || !SlotValue.Carries(slot.Field.Type))
        {
            site.Add(SlotValue.At(site, node, slot.Field.Type));
            slot.Field = slot.Field with { Type = new UnknownType() };
        }

        return slot;
    }

    /// <summary>An input of an action or a field of an event.</summary>
    private static FieldSlot BindCarried(Site site, FieldSyntax node, FieldPlace place)
    {
        var slot = Bind(site.About(node.Name.Text), node, place);
        var isCarried = place == FieldPlace.Parameter ? NotCarried.Takes(slot.Field.Type) : NotCarried.Carries(slot.Field.Type);
        if (node.Type.State is not null || !isCarried)
        {
            site.Add(NotCarried.At(site, node, slot.Field.Type, place));
            slot.Field = slot.Field with { Type = new UnknownType() };
        }

        return slot;
    }

    /// <summary>An input of a function or the parameter of a filter.</summary>
    public static FieldSlot BindInput(Site site, FieldSyntax node)
    {
        var slot = Bind(site.About(node.Name.Text), node, FieldPlace.Input);
        if (slot.Field.Type is ListType { Item: ReferenceType })
        {
            site.Add(ListItem.OfInput(site, node.Type));
        }
        else if (IsFile(slot.Field.Type))
        {
            site.Add(FileForm.OutsideEntity(site, node));
        }

        return slot;
    }

    private static bool IsNew(FieldTable table, Site site, FieldSyntax node)
    {
        if (node.Name.IsMissing)
        {
            return false;
        }

        if (table.Find(node.Name.Text) is not { } first)
        {
            return true;
        }

        site.Add(DuplicateMember.At(site.At(node.Name), node.Name.Text, first.Site.At(first.Field.Origin.Span)));
        return false;
    }

    private static FieldSlot BindOfEntity(EntityElement entity, FieldSyntax node)
    {
        var site = entity.Site.About(node.Name.Text);
        if (node.Name.Text == ImplicitFields.Id)
        {
            site.Add(DuplicateMember.OfEveryEntity(site, node));
        }

        if (node.Type.State is { } state)
        {
            var type = new BoundType(new StateType(entity.Name, node.Name.Text), Types.Constraints.None);
            var slot = Create(site, node, FieldPlace.Entity, type);
            slot.Field = slot.Field with { State = StateBinder.Bind(site, state) };
            return slot;
        }

        var bound = Bind(site, node, FieldPlace.Entity);
        CheckReference(site, node, bound);
        CheckCollection(site, node, bound);
        CheckFile(site, node, bound);
        return bound;
    }

    private static FieldSlot BindOfValue(ValueElement value, FieldSyntax node)
    {
        var site = value.Site.About(node.Name.Text);
        var slot = Bind(site, node, FieldPlace.Value);
        if (IsFile(slot.Field.Type))
        {
            site.Add(FileForm.OutsideEntity(site, node));
            slot.Field = slot.Field with { Type = new UnknownType() };
        }
        else if (slot.Field.Type is not (ScalarType or DecimalType or EnumType or UnknownType))
        {
            site.Add(ValueFieldType.At(site.At(node.Type), node.Name.Text, slot.Field.Type));
            slot.Field = slot.Field with { Type = new UnknownType() };
        }

        return slot;
    }

    private static FieldSlot Bind(Site site, FieldSyntax node, FieldPlace place) =>
        Create(site, node, place, TypeBinder.Bind(site, node.Type));

    private static FieldSlot Create(Site site, FieldSyntax node, FieldPlace place, BoundType type)
    {
        var (bounded, modifiers) = ModifierBinder.Bind(site, place, type, node.Modifiers);
        var field = new Field(node.Name.Text, type.Type, bounded.Constraints, site.OriginOf(node.Name))
        {
            Documentation = node.Documentation,
            IsUnique = modifiers.Unique is not null,
            IsReadonly = modifiers.Readonly is not null,
            IsPersonal = modifiers.Personal is not null,
            OnDelete = modifiers.OnDelete?.Rule,
        };
        return new FieldSlot(field, node, site) { Modifiers = modifiers, Target = type.Entity };
    }

    private static void CheckReference(Site site, FieldSyntax node, FieldSlot slot)
    {
        if (slot.Field.Type is not ReferenceType reference)
        {
            return;
        }

        if (slot.Modifiers?.OnDelete is not { } onDelete)
        {
            site.Add(MissingDeleteRule.At(site, node, reference));
        }
        else if (onDelete.Rule == DeleteRule.Clear && !reference.IsNullable)
        {
            site.Add(ClearNeedsOptional.At(site, node, onDelete));
        }
    }

    private static bool IsFile(ModelType type) => type is ScalarType { Scalar: Scalar.File };

    private static void CheckFile(Site site, FieldSyntax node, FieldSlot slot)
    {
        if (slot.Field.Type is ListType { Item: { } item } && IsFile(item))
        {
            site.Add(FileForm.OutsideEntity(site, node));
            slot.Field = slot.Field with { Type = new UnknownType() };
        }
        else if (IsFile(slot.Field.Type))
        {
            CheckFile(site, node, slot.Field);
        }
    }

    private static void CheckFile(Site site, FieldSyntax node, Field field)
    {
        if (!field.IsOptional)
        {
            site.Add(FileForm.Required(site, node));
        }

        // A type that is no media type is reported where it stands.
        if (field.Constraints.MediaTypes.IsEmpty && !node.Modifiers.OfType<FileTypesSyntax>().Any())
        {
            site.Add(FileForm.WithoutTypes(site, node));
        }
    }

    private static void CheckCollection(Site site, FieldSyntax node, FieldSlot slot)
    {
        if (slot.Field.Type is not ListType list || slot.Modifiers is not { } modifiers)
        {
            return;
        }

        if (list.Item is not ReferenceType)
        {
            var isNamed = slot.Field.Constraints.Alias is not null || list.Item is EnumType or Types.ValueType or UnknownType;
            if (!isNamed)
            {
                site.Add(ListItem.At(site, node.Type));
            }
        }
        else if (modifiers is { Owned: null, Linked: null, Inverse: null })
        {
            site.Add(MissingRelation.At(site, node, slot.Target));
        }
    }
}
