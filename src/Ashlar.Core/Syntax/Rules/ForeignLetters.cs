using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>A name with letters outside a to z.</summary>
public sealed class ForeignLetters : Rule;
