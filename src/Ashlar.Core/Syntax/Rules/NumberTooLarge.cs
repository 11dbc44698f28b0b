using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>A number that no field can hold.</summary>
public sealed class NumberTooLarge : Rule;
