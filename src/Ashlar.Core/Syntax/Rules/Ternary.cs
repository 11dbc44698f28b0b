using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>A choice written with `?` and `:`.</summary>
public sealed class Ternary : Rule;
