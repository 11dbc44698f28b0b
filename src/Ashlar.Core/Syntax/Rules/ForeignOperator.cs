using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>An operator as other languages write it.</summary>
public sealed class ForeignOperator : Rule;
