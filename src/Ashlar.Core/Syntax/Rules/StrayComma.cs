using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>A comma that nothing of the same list follows.</summary>
public sealed class StrayComma : Rule;
