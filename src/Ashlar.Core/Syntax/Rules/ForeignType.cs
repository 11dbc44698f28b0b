using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>The name that another language has for a type.</summary>
public sealed class ForeignType : Rule;
