using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>A text whose closing quotation mark is not on its line.</summary>
public sealed class UnclosedText : Rule;
