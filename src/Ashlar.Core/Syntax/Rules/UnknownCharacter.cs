using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>A character that begins no token.</summary>
public sealed class UnknownCharacter : Rule;
