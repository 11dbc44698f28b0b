using Ashlar.Core.Diagnostics;

namespace Ashlar.Tool.Serving.Rules;

/// <summary>Hand-written code uses a feature of C# that reaches past the guard.</summary>
internal sealed class SlotLanguage : Rule;
