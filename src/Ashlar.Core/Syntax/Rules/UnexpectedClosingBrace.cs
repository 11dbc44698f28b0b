using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>A closing brace that no block is open for.</summary>
public sealed class UnexpectedClosingBrace : Rule;
