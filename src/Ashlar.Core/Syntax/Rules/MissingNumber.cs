using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>A whole number that the grammar wants and the text lacks.</summary>
public sealed class MissingNumber : Rule;
