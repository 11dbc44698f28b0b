using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>An `=` before the fields of a type.</summary>
public sealed class TypeWithEquals : Rule;
