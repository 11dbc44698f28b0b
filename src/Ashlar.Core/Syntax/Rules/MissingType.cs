using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>A field without a type.</summary>
public sealed class MissingType : Rule;
