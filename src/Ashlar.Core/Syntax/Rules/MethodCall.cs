using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>A member of a value, called like a method or a function.</summary>
public sealed class MethodCall : Rule;
