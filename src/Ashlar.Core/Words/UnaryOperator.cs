namespace Ashlar.Core.Words;

/// <summary>An operator before an expression.</summary>
public enum UnaryOperator
{
    Not,
    Negate,
}
