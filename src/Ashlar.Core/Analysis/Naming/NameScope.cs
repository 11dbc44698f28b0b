namespace Ashlar.Core.Analysis.Naming;

/// <summary>Names of one kind that have to differ from each other, such as the columns of a table.</summary>
internal sealed record NameScope(string Kind, IEnumerable<GeneratedName> Names);
