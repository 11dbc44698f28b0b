using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>A slot that would do more than calculate.</summary>
public sealed class SlotEffect : Rule;
