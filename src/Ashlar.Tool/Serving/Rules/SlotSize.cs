using Ashlar.Core.Diagnostics;

namespace Ashlar.Tool.Serving.Rules;

/// <summary>Hand-written code is too large to be read.</summary>
internal sealed class SlotSize : Rule;
