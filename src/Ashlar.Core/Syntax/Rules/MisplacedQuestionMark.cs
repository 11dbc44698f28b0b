using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>The mark of an optional field away from its type.</summary>
public sealed class MisplacedQuestionMark : Rule;
