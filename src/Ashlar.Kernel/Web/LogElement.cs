using System.Collections;

namespace Ashlar.Kernel;

/// <summary>The log scope of an endpoint: one entry, made once, without the work of a format string.</summary>
internal sealed class LogElement(string element) : IReadOnlyList<KeyValuePair<string, object?>>
{
    public string Name => element;

    public int Count => 1;

    public KeyValuePair<string, object?> this[int index] => new("element", element);

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        yield return this[0];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => "element:" + element;
}
