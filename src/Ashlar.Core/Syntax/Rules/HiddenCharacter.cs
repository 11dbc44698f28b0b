using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>A character that does not show, or looks like another.</summary>
public sealed class HiddenCharacter : Rule;
