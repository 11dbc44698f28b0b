using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>An expression that the grammar wants and the text lacks.</summary>
public sealed class MissingExpression : Rule;
