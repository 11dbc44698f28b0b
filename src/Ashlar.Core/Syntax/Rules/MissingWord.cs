using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>A word that the grammar wants and the text lacks.</summary>
public sealed class MissingWord : Rule;
