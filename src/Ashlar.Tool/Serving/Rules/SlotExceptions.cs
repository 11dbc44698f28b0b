using Ashlar.Core.Diagnostics;

namespace Ashlar.Tool.Serving.Rules;

/// <summary>Hand-written code swallows exceptions.</summary>
internal sealed class SlotExceptions : Rule;
