using Ashlar.Core.Model.Types;
using Ashlar.Core.Model.Workflows;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>A declaration of a module while it is bound.</summary>
internal abstract class Element(ElementName name, DeclarationSyntax node, Site site)
{
    public ElementName Name { get; } = name;

    public DeclarationSyntax Node { get; } = node;

    public Site Site { get; } = site;

    /// <summary>What it is, in the words of the language, with an article: `an entity`.</summary>
    public abstract string Kind { get; }

    public virtual bool IsPublic => Node.IsPublic;

    public Location NameLocation => Site.At(Node.Name);

    public Origin Origin => Site.OriginOf(Node.Name);
}

/// <summary>`type Isbn = text length 13`; resolved when it is first asked for, as it may stand anywhere.</summary>
internal sealed class AliasElement(ElementName name, TypeSyntax node, Site site) : Element(name, node, site)
{
    public override string Kind => "a type";

    public TypeSyntax Syntax { get; } = node;

    public BoundType? Bound { get; set; }

    /// <summary>The named scalar that this one builds on.</summary>
    public ElementName? Basis { get; set; }

    public bool IsBeingBound { get; set; }
}

internal sealed class ValueElement(ElementName name, TypeSyntax node, Site site) : Element(name, node, site)
{
    public override string Kind => "a type";

    public TypeSyntax Syntax { get; } = node;

    public FieldTable Fields { get; } = new();
}

internal sealed class EnumElement(ElementName name, EnumSyntax node, Site site) : Element(name, node, site)
{
    public override string Kind => "an enum";

    public EnumSyntax Syntax { get; } = node;

    public HashSet<string> Values { get; } = node.Values.Select(value => value.Name.Text).ToHashSet(StringComparer.Ordinal);
}

internal sealed class FunctionElement(ElementName name, FunctionSyntax node, Site site) : Element(name, node, site)
{
    public override string Kind => "a function";

    public FunctionSyntax Syntax { get; } = node;

    public FieldTable Inputs { get; } = new();

    public ModelType Gives { get; set; } = new UnknownType();

    /// <summary>The checked body; null until it is bound.</summary>
    public Function? Bound { get; set; }
}

internal sealed class ActionElement(ElementName name, ActionSyntax node, Site site) : Element(name, node, site)
{
    public override string Kind => "an action";

    public ActionSyntax Syntax { get; } = node;

    public FieldTable Inputs { get; } = new();

    public bool IsStarted => !Syntax.Starts.IsEmpty || !Syntax.Schedules.IsEmpty || !Syntax.Callbacks.IsEmpty;

    /// <summary>`input changes of Book { … }`; null until it is bound, and where there is none.</summary>
    public RowChanges? Changes { get; set; }

    /// <summary>Whoever runs it, somebody has signed in.</summary>
    public bool KnowsCaller { get; set; }

    /// <summary>The checked action; null until it is bound.</summary>
    public ActionDefinition? Bound { get; set; }
}

internal sealed class ViewElement(ElementName name, ViewSyntax node, Site site) : Element(name, node, site)
{
    public override string Kind => "a view";

    public ViewSyntax Syntax { get; } = node;

    public FieldTable Inputs { get; } = new();

    /// <summary>The checked view; null until it is bound.</summary>
    public View? Bound { get; set; }
}

internal sealed class EventElement(ElementName name, EventSyntax node, Site site) : Element(name, node, site)
{
    public override string Kind => "an event";

    public EventSyntax Syntax { get; } = node;

    public FieldTable Fields { get; } = new();
}

internal sealed class SlotElement(ElementName name, SlotSyntax node, Site site) : Element(name, node, site)
{
    public override string Kind => "a slot";

    public SlotSyntax Syntax { get; } = node;

    public FieldTable Inputs { get; } = new();

    /// <summary>What it gives; one value is the field of the name <see cref="SlotOutput.Only"/>.</summary>
    public FieldTable Outputs { get; } = new();

    public bool GivesOne => Syntax.Output is { Type: not null };
}

internal sealed class WorkflowElement(ElementName name, WorkflowSyntax node, Site site) : Element(name, node, site)
{
    public override string Kind => "a workflow";

    public WorkflowSyntax Syntax { get; } = node;

    /// <summary>The checked workflow; null until it is bound, and where it has no start or no step.</summary>
    public Workflow? Bound { get; set; }
}

internal sealed class ConfigElement(ElementName name, ConfigSyntax node, Site site) : Element(name, node, site)
{
    public override string Kind => "a configuration";

    public ConfigSyntax Syntax { get; } = node;

    public FieldTable Keys { get; } = new();
}

internal sealed class ShapeElement(ElementName name, ShapeSyntax node, Site site) : Element(name, node, site)
{
    public override string Kind => "a shape";

    public ShapeSyntax Syntax { get; } = node;

    public EntityElement? Entity { get; set; }

    public ValueList<ShapeField>? Bound { get; set; }

    /// <summary>The shape whose keys come first.</summary>
    public ShapeElement? Extended { get; set; }

    public bool IsBeingBound { get; set; }
}

internal sealed class EntityElement : Element
{
    public EntityElement(ElementName name, EntitySyntax node, Site site)
        : base(name, node, site)
    {
        Syntax = node;
        Type = new ReferenceType(name);
        var written = node.Members.OfType<PublicFieldsSyntax>().ToList();
        PublicFields =
            written.Count == 0
                ? null
                : written.SelectMany(member => member.Fields).Select(field => field.Text).ToHashSet(StringComparer.Ordinal);
    }

    public override string Kind => "an entity";

    public override bool IsPublic => PublicFields is not null || Node.IsPublic;

    public EntitySyntax Syntax { get; }

    public FieldTable Fields { get; } = new();

    /// <summary>What other modules may read; null where the entity says nothing of it.</summary>
    public HashSet<string>? PublicFields { get; }

    public string Plural { get; set; } = "";

    /// <summary>The owned collection that holds the rows of this entity.</summary>
    public FieldSlot? OwnedBy { get; set; }

    public EntityElement? Owner { get; set; }

    /// <summary>Who may do what; bound on demand, because `access as owner` asks the owner first.</summary>
    public Access? Access { get; set; }

    public bool IsAccessBeingBound { get; set; }

    public ReferenceType Type { get; }
}
