using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>A comprehension that gives its items no name.</summary>
public sealed class ComprehensionWithoutItem : Rule;
