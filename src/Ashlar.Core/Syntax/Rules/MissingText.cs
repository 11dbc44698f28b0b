using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>A text literal that the grammar wants and the text lacks.</summary>
public sealed class MissingText : Rule;
