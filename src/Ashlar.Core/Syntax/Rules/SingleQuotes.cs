using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>A text between single quotation marks.</summary>
public sealed class SingleQuotes : Rule;
