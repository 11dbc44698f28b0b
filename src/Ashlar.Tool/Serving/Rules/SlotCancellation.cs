using Ashlar.Core.Diagnostics;

namespace Ashlar.Tool.Serving.Rules;

/// <summary>A loop of hand-written code ignores cancellation.</summary>
internal sealed class SlotCancellation : Rule;
