using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model;

/// <summary>
/// Hand-written C# behind a typed boundary. Without effects it gives the same for the same inputs, so that an action may call
/// it and run again; one with effects is called by a step of a workflow, outside of every transaction.
/// </summary>
public sealed record SlotDefinition(ElementName Name, ValueList<Field> Inputs, SlotOutput Output, Origin Origin)
{
    public string Documentation { get; init; } = "";

    /// <summary>What a call does outside, and what is known when it ends without an answer.</summary>
    public CallEffect Effect { get; init; } = CallEffect.None;

    /// <summary>What the code is given besides its inputs; nothing where it has no effects.</summary>
    public ValueList<Capability> Capabilities { get; init; } = [];

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
public sealed record SlotFailure(string Name, string Message, Origin Origin)
{
    /// <summary>The same call may go better another time.</summary>
    public bool IsTransient { get; init; }
}

/// <summary>What a call of a slot does outside of the system.</summary>
/// <param name="Kind">What may be done when nobody knows how a call ended.</param>
/// <param name="ReconciledBy">The slot that finds out, with the same key.</param>
/// <param name="IsIrreversible">No other call takes back what it did.</param>
public sealed record CallEffect(EffectKind Kind, ElementName? ReconciledBy = null, bool IsIrreversible = false)
{
    public static CallEffect None { get; } = new(EffectKind.None);

    /// <summary>It only calculates.</summary>
    public bool IsNone => Kind == EffectKind.None;
}

public enum EffectKind
{
    /// <summary>It only calculates: an action may call it.</summary>
    None,

    /// <summary>Called again with the same key it does nothing more.</summary>
    Idempotent,

    /// <summary>Another slot finds out whether it has been done.</summary>
    Reconcile,

    /// <summary>It is called once; nobody can find out how a call ended that did not answer.</summary>
    Once,
}
