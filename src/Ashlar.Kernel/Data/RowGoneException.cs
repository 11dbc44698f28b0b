namespace Ashlar.Kernel;

/// <summary>A row that the work went on with is gone: the work itself deleted it.</summary>
internal sealed class RowGoneException() : Exception("A row that is still needed was deleted.");
