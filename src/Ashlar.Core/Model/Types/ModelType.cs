namespace Ashlar.Core.Model.Types;

/// <summary>
/// The type of a field or expression. Bounds such as `max 200` are not part of it: see <see cref="Constraints"/>.
/// </summary>
public abstract record ModelType
{
    /// <summary>The value may be null.</summary>
    public bool IsNullable { get; init; }

    public abstract T Accept<T>(ITypeVisitor<T> visitor);

    /// <summary>The same type that is, or is not, nullable.</summary>
    public ModelType AsNullable(bool isNullable) => IsNullable == isNullable ? this : this with { IsNullable = isNullable };
}

/// <summary>A function of every kind of type.</summary>
public interface ITypeVisitor<out T>
{
    T Visit(ScalarType type);

    T Visit(DecimalType type);

    T Visit(EnumType type);

    T Visit(StateType type);

    T Visit(ReferenceType type);

    T Visit(ValueType type);

    T Visit(ListType type);

    T Visit(NullType type);

    T Visit(UnknownType type);
}

public enum Scalar
{
    Text,
    Int,
    Long,
    Bool,
    Date,
    Time,
    Instant,
    Duration,

    /// <summary>A number of calendar months; only in expressions, added to dates.</summary>
    Months,
    Zone,
    Weekday,
    Uuid,
    Email,
    Url,
    Json,
    File,
    Password,
    Secret,
}

/// <summary>A scalar other than a decimal.</summary>
public sealed record ScalarType(Scalar Scalar) : ModelType
{
    public override T Accept<T>(ITypeVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>
/// An exact number with at most <paramref name="Precision"/> digits, <paramref name="Scale"/> of them after the point.
/// </summary>
public sealed record DecimalType(int Precision, int Scale) : ModelType
{
    public override T Accept<T>(ITypeVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>One of the names of an enum.</summary>
public sealed record EnumType(ElementName Enum) : ModelType
{
    public override T Accept<T>(ITypeVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>One of the states of an entity's state field.</summary>
public sealed record StateType(ElementName Entity, string Field) : ModelType
{
    public override T Accept<T>(ITypeVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>A row of an entity, by reference.</summary>
public sealed record ReferenceType(ElementName Entity) : ModelType
{
    public override T Accept<T>(ITypeVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>A value with fields, stored inline.</summary>
public sealed record ValueType(ElementName Value) : ModelType
{
    public override T Accept<T>(ITypeVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>A list of values or a collection of rows.</summary>
public sealed record ListType(ModelType Item) : ModelType
{
    public override T Accept<T>(ITypeVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>The type of the literal `null`.</summary>
public sealed record NullType : ModelType
{
    public override T Accept<T>(ITypeVisitor<T> visitor) => visitor.Visit(this);
}

/// <summary>The type of something that does not check; it agrees with everything, so one cause gives one finding.</summary>
public sealed record UnknownType : ModelType
{
    public override T Accept<T>(ITypeVisitor<T> visitor) => visitor.Visit(this);
}
