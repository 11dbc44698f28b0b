using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>A bracket, comma or other mark that the grammar wants and the text lacks.</summary>
public sealed class MissingPunctuation : Rule;
