using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>A name that the grammar wants and the text lacks.</summary>
public sealed class MissingName : Rule;
