using Ashlar.Core.Diagnostics;

namespace Ashlar.Tool.Serving.Rules;

/// <summary>Hand-written code names something that a slot may not use.</summary>
internal sealed class SlotApi : Rule;
