using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model;

/// <summary>
/// Hand-written C# behind a typed boundary. It has no effects: with the same inputs it gives the same, so that an action may
/// call it and run again.
/// </summary>
public sealed record SlotDefinition(ElementName Name, ValueList<Field> Inputs, SlotOutput Output, Origin Origin)
{
    public string Documentation { get; init; } = "";

    /// <summary>Why it may give nothing, in written order; each is a refusal of the action that calls it.</summary>
    public ValueList<SlotFailure> Failures { get; init; } = [];

    /// <summary>The longest that a call may take.</summary>
    public TimeSpan Timeout { get; init; }

    /// <summary>The line that declares it, which the errors of a C# compiler name.</summary>
    public ModelLine Line { get; init; }
}

/// <summary>
/// What a slot gives: several named values, or one, which then is the only field and is called <see cref="Only"/>.
/// </summary>
public sealed record SlotOutput(ValueList<Field> Fields, bool IsOne)
{
    public const string Only = "value";
}

/// <summary>A failure of a slot: the name is the code of the problem.</summary>
public sealed record SlotFailure(string Name, string Message, Origin Origin);
