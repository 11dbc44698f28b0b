namespace Ashlar.Kernel;

/// <summary>Why a slot that reaches outside gave nothing.</summary>
/// <param name="Name">The failure in the model.</param>
/// <param name="Message">What it says to people.</param>
/// <param name="IsTransient">The same call may go better another time.</param>
public sealed record SlotFailure(string Name, string Message, bool IsTransient = false);
