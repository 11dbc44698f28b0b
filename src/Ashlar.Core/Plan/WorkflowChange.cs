using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Workflows;
using Ashlar.Core.Text;

namespace Ashlar.Core.Plan;

/// <summary>
/// A workflow that changes, and what becomes of its instances that have not ended: one answer for each step where they may
/// stand. <paramref name="After"/> is null for a workflow that is gone: its instances are cancelled.
/// </summary>
public sealed record WorkflowChange(Workflow Before, Workflow? After)
{
    public ValueList<InstancePosition> Positions { get; init; } = [];

    /// <summary>What instances carry on.</summary>
    public ValueList<KeptValue> Kept { get; init; } = [];

    /// <summary>What instances that lack it get.</summary>
    public ValueList<GivenFill> Fills { get; init; } = [];

    /// <summary>Whether instances hear other events than before at every step.</summary>
    public bool HearsOthers { get; init; }

    /// <summary>Why a workflow that is gone may go.</summary>
    public string Because { get; init; } = "";
}

/// <summary>What becomes of an instance that stands at a step.</summary>
public enum PositionFate
{
    /// <summary>It goes on where it is; a task stays open, and a wait goes on for the time that is left.</summary>
    Stays,

    /// <summary>The step is entered again: its task is asked anew, its wait begins anew.</summary>
    BeginsAnew,

    /// <summary>A decision sends it elsewhere.</summary>
    Moves,

    /// <summary>The step is gone, and nobody has said where it goes.</summary>
    Stranded,
}

/// <summary>
/// A step of the old workflow, and the step or end of the new one where its instances go on; null where there is none.
/// </summary>
public sealed record InstancePosition(string Step, string? Target, PositionFate Fate)
{
    /// <summary>Values that they would need from there on, and do not have.</summary>
    public ValueList<string> Lacks { get; init; } = [];

    /// <summary>Why they are sent elsewhere.</summary>
    public string Because { get; init; } = "";

    public bool IsDecided => Target is not null && Lacks.IsEmpty;
}

/// <summary>A value that instances carry, by its old name and its new one.</summary>
public sealed record KeptValue(CarriedValue Before, CarriedValue After);

/// <summary>What a value is for instances that do not have it; at these steps of the old workflow, or at all of them.</summary>
public sealed record GivenFill(CarriedValue Value, Literal Constant, ValueList<string> Steps, string Because);
