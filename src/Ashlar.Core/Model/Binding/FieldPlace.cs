namespace Ashlar.Core.Model.Binding;

/// <summary>What a field with its words belongs to.</summary>
internal enum FieldPlace
{
    Entity,

    /// <summary>A value type, stored inline.</summary>
    Value,

    /// <summary>An input of a function, or the parameter of a filter.</summary>
    Input,

    /// <summary>
    /// An input of a view or an action: the parameter of a request, which may be left out where it has a default.
    /// </summary>
    Parameter,

    /// <summary>What an event carries.</summary>
    Event,

    /// <summary>What a slot takes or gives.</summary>
    Slot,

    /// <summary>A key of a configuration.</summary>
    Config,

    /// <summary>A named scalar.</summary>
    Alias,
}
