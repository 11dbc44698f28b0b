namespace Ashlar.Core.Text;

/// <summary>A one-based line and column.</summary>
public readonly record struct LinePosition(int Line, int Column);
