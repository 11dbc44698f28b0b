using Ashlar.Core.Diagnostics;

namespace Ashlar.Tool.Serving.Rules;

/// <summary>Hand-written code calls itself.</summary>
internal sealed class SlotRecursion : Rule;
