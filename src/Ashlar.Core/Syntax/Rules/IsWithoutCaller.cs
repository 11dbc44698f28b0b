using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>`is` between values: it only asks for a role of the caller.</summary>
public sealed class IsWithoutCaller : Rule;
