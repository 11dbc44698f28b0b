using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>A word that means nothing at its place.</summary>
public sealed class UnknownWord : Rule;
