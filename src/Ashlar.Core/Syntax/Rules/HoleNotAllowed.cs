using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>A hole in a text that cannot have one.</summary>
public sealed class HoleNotAllowed : Rule;
