using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>A comparison of the result of a comparison.</summary>
public sealed class ChainedComparison : Rule;
