namespace Ashlar.Core.Words;

/// <summary>An operator between two expressions.</summary>
public enum BinaryOperator
{
    And,
    Or,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Add,
    Subtract,
    Multiply,

    /// <summary>Only inside `round(value: a / b, places: 2, half: even)`.</summary>
    Divide,
    In,
    Coalesce,
    StartsWith,
    Contains,
}
