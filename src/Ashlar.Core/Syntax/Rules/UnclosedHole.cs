using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>A hole in a text that its text does not close.</summary>
public sealed class UnclosedHole : Rule;
