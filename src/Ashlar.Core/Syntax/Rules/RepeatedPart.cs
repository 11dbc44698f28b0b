using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>A part of a declaration that is given twice.</summary>
public sealed class RepeatedPart : Rule;
