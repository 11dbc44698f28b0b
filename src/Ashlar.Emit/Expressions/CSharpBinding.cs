namespace Ashlar.Emit.Expressions;

/// <summary>How tightly the outermost operator of a piece of C# binds.</summary>
internal enum CSharpBinding
{
    Lambda,
    Conditional,
    Coalescing,
    Or,
    And,
    Equality,
    Relation,
    Sum,
    Product,
    Unary,

    /// <summary>`a?.b`: another member behind it would be part of what null skips.</summary>
    ConditionalAccess,
    Primary,
}
