using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>What a name is looked up for: which elements count, and what to say when there is none.</summary>
internal sealed record Wanted(
    Func<Element, bool> Accepts,
    Func<Location, string, IEnumerable<string>, Diagnostic> Unknown,
    string Kind
)
{
    public static Wanted Type { get; } =
        new(element => element is AliasElement or ValueElement or EnumElement or EntityElement, Rules.UnknownType.At, "a type");

    public static Wanted Entity { get; } = new(element => element is EntityElement, UnknownEntity.At, "an entity");

    public static Wanted Function { get; } = new(element => element is FunctionElement, UnknownFunction.At, "a function");

    public static Wanted Shape { get; } = new(element => element is ShapeElement, UnknownShape.At, "a shape");

    public static Wanted Action { get; } = new(element => element is ActionElement, UnknownAction.At, "an action");

    /// <summary>What a step can run.</summary>
    public static Wanted Runnable { get; } =
        new(element => element is ActionElement or SlotElement, UnknownAction.At, "an action or a slot");

    /// <summary>What a scenario answers for.</summary>
    public static Wanted Slot { get; } = new(element => element is SlotElement, DoubleForm.UnknownSlot, "a slot");

    public static Wanted Event { get; } = new(element => element is EventElement, UnknownEvent.At, "an event");

    public static Wanted View { get; } = new(element => element is ViewElement, UnknownView.At, "a view");

    /// <summary>Words of the language that could have been meant as well.</summary>
    public IEnumerable<string> Words { get; init; } = [];
}
