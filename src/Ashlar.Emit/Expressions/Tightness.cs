namespace Ashlar.Emit.Expressions;

/// <summary>
/// How tightly the outermost operator of a piece of SQL binds. Where PostgreSQL and SQLite disagree (`||`) the weaker
/// reading is taken, so that the same brackets serve both.
/// </summary>
internal enum Tightness
{
    Or,
    And,
    Not,
    Comparison,
    Concatenation,
    Sum,
    Product,
    Sign,
    Primary,
}
