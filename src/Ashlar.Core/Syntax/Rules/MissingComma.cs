using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>Two items of a list without a comma between them.</summary>
public sealed class MissingComma : Rule;
