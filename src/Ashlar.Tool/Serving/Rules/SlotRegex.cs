using Ashlar.Core.Diagnostics;

namespace Ashlar.Tool.Serving.Rules;

/// <summary>A pattern of hand-written code may take for ever.</summary>
internal sealed class SlotRegex : Rule;
