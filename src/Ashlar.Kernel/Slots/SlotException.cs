namespace Ashlar.Kernel;

/// <summary>Hand-written code does not do what the model says of its slot: a defect of that code.</summary>
public sealed class SlotException(string slot, string what, Exception? cause = null) : Exception($"The slot {slot} {what}", cause)
{
    /// <summary>The slot whose implementation has the defect.</summary>
    public string Slot { get; } = slot;
}
