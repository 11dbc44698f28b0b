using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>A date, time or instant literal that is none.</summary>
public sealed class MalformedMoment : Rule;
