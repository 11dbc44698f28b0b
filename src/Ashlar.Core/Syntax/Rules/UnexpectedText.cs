using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>Text that belongs to no construct at its place.</summary>
public sealed class UnexpectedText : Rule;
