using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>An `=` where a colon gives a name its value.</summary>
public sealed class EqualsForColon : Rule;
