using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>An argument without the name of its parameter.</summary>
public sealed class PositionalArgument : Rule;
