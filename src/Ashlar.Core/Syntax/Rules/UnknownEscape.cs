using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>A backslash before a character that it does not escape.</summary>
public sealed class UnknownEscape : Rule;
