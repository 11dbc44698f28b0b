using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>A mark that a field is required, which it is anyway.</summary>
public sealed class RequiredMark : Rule;
