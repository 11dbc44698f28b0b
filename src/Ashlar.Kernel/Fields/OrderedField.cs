namespace Ashlar.Kernel;

/// <summary>A field whose values have an order, and so may have a smallest and a largest value.</summary>
public abstract class OrderedField<T> : Field<T> where T : struct, IComparable<T>
{
    private protected OrderedField(string name) : base(name)
    {
    }

    /// <summary>The smallest value.</summary>
    public T? Min { get; init; }

    /// <summary>The largest value.</summary>
    public T? Max { get; init; }

    private protected abstract string Format(T value);

    private protected Fault? RangeFault(T value)
    {
        if (Min is { } min && value.CompareTo(min) < 0)
        {
            return Fault.TooSmall(Format(min));
        }

        return Max is { } max && value.CompareTo(max) > 0 ? Fault.TooLarge(Format(max)) : null;
    }
}
