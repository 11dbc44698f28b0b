using Ashlar.Core.Text;

namespace Ashlar.Core.Model;

/// <summary>
/// What whoever installs the system sets: typed, bounded values that are read when it starts. The values themselves are no
/// part of the model.
/// </summary>
public sealed record ConfigDefinition(
    ElementName Name, ValueList<ConfigKey> Keys, ValueList<ConfigRequirement> Requirements, Origin Origin)
{
    public string Documentation { get; init; } = "";

    /// <summary>The line that declares it.</summary>
    public ModelLine Line { get; init; }

    /// <summary>Where its values stand in the configuration of .NET: `Billing:Payments`.</summary>
    public string Section => $"{Name.Module}:{Name.Name}";

    public ConfigKey? Key(string name) => Keys.FirstOrDefault(key => key.Field.Name == name);
}

/// <summary>One value: its type and bounds, and its default where it may be left out.</summary>
public sealed record ConfigKey(Field Field, ModelLine Line)
{
    /// <summary>Whether the system does not start without it.</summary>
    public bool IsNeeded => Field is { IsOptional: false, Default: null };
}

/// <summary>A condition over the keys of one configuration; without it the system does not start.</summary>
public sealed record ConfigRequirement(Check Check, ModelLine Line);
