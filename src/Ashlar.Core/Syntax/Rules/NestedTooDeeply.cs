using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>An expression nested deeper than anybody writes.</summary>
public sealed class NestedTooDeeply : Rule;
