using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>A list type written as in another language.</summary>
public sealed class BracketedList : Rule;
