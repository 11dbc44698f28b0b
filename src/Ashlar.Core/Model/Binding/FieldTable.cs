using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>The fields of an entity, a value or a function's input while they are bound, in written order.</summary>
internal sealed class FieldTable
{
    private readonly List<FieldSlot> _slots = [];
    private readonly Dictionary<string, FieldSlot> _byName = new(StringComparer.Ordinal);

    public IReadOnlyList<FieldSlot> Slots => _slots;

    public IEnumerable<string> Names => _slots.Select(slot => slot.Field.Name);

    public FieldSlot? Find(string name) => _byName.GetValueOrDefault(name);

    public void Add(FieldSlot slot)
    {
        _byName.Add(slot.Field.Name, slot);
        _slots.Add(slot);
    }

    /// <summary>The reference to the owner stands before what the author wrote.</summary>
    public void AddFirst(FieldSlot slot)
    {
        _byName.Add(slot.Field.Name, slot);
        _slots.Insert(0, slot);
    }

    public ValueList<Field> ToModel() => _slots.Select(slot => slot.Field).ToValueList();
}

/// <summary>One field: what is known of it so far, and its text (none for the reference that `owned` creates).</summary>
internal sealed class FieldSlot(Field field, FieldSyntax? syntax, Site site)
{
    public Field Field { get; set; } = field;

    public FieldSyntax? Syntax { get; } = syntax;

    public Site Site { get; } = site;

    /// <summary>The words after the type, for those that are bound later.</summary>
    public BoundModifiers? Modifiers { get; init; }

    /// <summary>The entity of a reference or of the rows of a collection.</summary>
    public EntityElement? Target { get; init; }
}
