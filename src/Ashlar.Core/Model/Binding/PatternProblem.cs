namespace Ashlar.Core.Model.Binding;

/// <summary>What is wrong with a pattern, and advice.</summary>
internal sealed record PatternProblem(string Message, string Help);
