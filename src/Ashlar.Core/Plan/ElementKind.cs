namespace Ashlar.Core.Plan;

/// <summary>What has an identity of its own, in the order in which a model is walked: owners before what they hold.</summary>
public enum ElementKind
{
    /// <summary>The system itself: its title, time zone, languages, sample rows and scenarios.</summary>
    System,
    Module,
    Role,
    Enum,
    EnumValue,

    /// <summary>`type Isbn = text length 13`.</summary>
    Scalar,

    /// <summary>`type Address { … }`.</summary>
    Value,

    /// <summary>A field of a value type.</summary>
    Part,
    Entity,
    Field,
    State,
    Check,
    Unique,
    Exclusive,
    Function,
    Event,
    EventField,
    Action,
    View,
    Slot,
    Config,
    Workflow,

    /// <summary>A step or an end of a workflow.</summary>
    Step,

    /// <summary>A name that a workflow gives to what its instances know.</summary>
    Given,

    /// <summary>A field of what a person answers in a workflow.</summary>
    Answer,
    Shape,
    Api,

    /// <summary>What an API offers of an entity, an action or a view.</summary>
    Endpoint,
}
