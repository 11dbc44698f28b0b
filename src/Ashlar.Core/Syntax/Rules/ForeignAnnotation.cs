using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>An annotation with `@`, as other languages have them.</summary>
public sealed class ForeignAnnotation : Rule;
