using Ashlar.Core.Diagnostics;

namespace Ashlar.Core.Syntax.Rules;

/// <summary>Inputs of an action or fields of an event in round brackets behind its name.</summary>
public sealed class InputsInBrackets : Rule;
