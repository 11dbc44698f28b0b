using System.Collections.Frozen;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model;

/// <summary>
/// Finds items of a list by their key, built at the first question. It is derived from the list, so that it takes no
/// part in equality.
/// </summary>
internal sealed class NameIndex<TKey, TItem>(ValueList<TItem> items, Func<TItem, TKey> keyOf)
    where TKey : notnull
    where TItem : class
{
    private readonly Lazy<FrozenDictionary<TKey, TItem>> _byKey = new(() => Build(items, keyOf));

    public TItem? Find(TKey key) => _byKey.Value.GetValueOrDefault(key);

    public override bool Equals(object? obj) => obj is NameIndex<TKey, TItem>;

    public override int GetHashCode() => 0;

    private static FrozenDictionary<TKey, TItem> Build(ValueList<TItem> items, Func<TItem, TKey> keyOf)
    {
        var byKey = new Dictionary<TKey, TItem>();
        foreach (var item in items)
        {
            byKey.TryAdd(keyOf(item), item);
        }

        return byKey.ToFrozenDictionary();
    }
}
