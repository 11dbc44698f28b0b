using Ashlar.Core.Diagnostics;

namespace Ashlar.Tool.Serving.Rules;

/// <summary>Hand-written code silences a rule without a reason.</summary>
internal sealed class SlotSuppression : Rule;
