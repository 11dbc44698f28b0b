using Ashlar.Core.Diagnostics;

namespace Ashlar.Tool.Serving.Rules;

/// <summary>A slot of the model has no implementation.</summary>
internal sealed class SlotMissing : Rule;
