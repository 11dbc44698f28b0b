using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>The text of a file has more findings than anybody reads.</summary>
public sealed class TooManyFindings : Rule;
