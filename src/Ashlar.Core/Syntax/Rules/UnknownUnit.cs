using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>A number with a unit that the language does not have.</summary>
public sealed class UnknownUnit : Rule;
