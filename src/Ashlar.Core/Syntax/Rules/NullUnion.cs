using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>An optional type written as a choice between a type and null.</summary>
public sealed class NullUnion : Rule;
