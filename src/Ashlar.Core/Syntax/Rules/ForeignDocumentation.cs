using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>Documentation between three quotation marks.</summary>
public sealed class ForeignDocumentation : Rule;
