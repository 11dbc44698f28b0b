using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>A decision about a change without the reason for it.</summary>
public sealed class MissingReason : Rule;
