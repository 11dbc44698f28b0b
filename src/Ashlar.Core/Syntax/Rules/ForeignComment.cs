using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>A comment that begins as in another language.</summary>
public sealed class ForeignComment : Rule;
