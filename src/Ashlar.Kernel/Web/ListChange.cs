namespace Ashlar.Kernel;

/// <summary>What an update says about a list: nothing, or all its items.</summary>
public readonly struct ListChange<T>
{
    private readonly IReadOnlyList<T>? _items;

    internal ListChange(IReadOnlyList<T> items) => _items = items;

    /// <summary>Whether the body has the list.</summary>
    public bool IsSet => _items is not null;

    /// <summary>The items; none when the body does not have the list.</summary>
    public IReadOnlyList<T> Items => _items ?? [];
}
