using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Ashlar.Kernel;

/// <summary>
/// The query string of a list or a view. Like <see cref="JsonBody"/> it remembers what is wrong and refuses what nobody
/// asked for, also a parameter that comes twice.
/// </summary>
public sealed class ListQuery
{
    private static readonly IntField Offset = new("offset") { Min = 0 };

    private static readonly TextField SearchWords = new("search") { Max = 200, NotBlank = true };

    private readonly Dictionary<string, string> _parameters = new(StringComparer.Ordinal);
    private readonly List<FieldProblem> _problems = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    internal ListQuery(QueryString text)
    {
        foreach (var pair in new QueryStringEnumerable(text.Value))
        {
            var name = pair.DecodeName().ToString();
            if (!_parameters.TryAdd(name, pair.DecodeValue().ToString()))
            {
                _problems.Add(new(Shorten(name), "malformed", "Send it once."));
            }
        }
    }

    /// <summary>Everything that is wrong, or null. Ask last.</summary>
    public Refusal? Refusal
    {
        get
        {
            foreach (var name in _parameters.Keys.Where(name => !_names.Contains(name)))
            {
                _problems.Add(new(Shorten(name), "unknown-member", NearestName.Hint(name, _names)));
            }

            return _problems.Count == 0 ? null : Refusal.Invalid(_problems);
        }
    }

    /// <summary>A filter for equality: <c>?format=Paperback</c>.</summary>
    public T? Optional<T>(Field<T> field) where T : struct =>
        Find(field.Name) is { } text ? Parse(field, field.Name, text) : null;

    /// <summary>A filter for equality of text.</summary>
    public string? Optional(Field<string> field) => Find(field.Name) is { } text ? Parse(field, field.Name, text) : null;

    /// <summary>A parameter that must be there.</summary>
    public T Required<T>(Field<T> field)
    {
        if (Find(field.Name) is { } text)
        {
            return Parse(field, field.Name, text);
        }

        _problems.Add(new(field.Name, "missing", "It is required."));
        field.Parse("", out var nothing);
        return nothing;
    }

    /// <summary>A parameter with a default, which counts when it is left out.</summary>
    public T OrDefault<T>(Field<T> field, T value) => Find(field.Name) is { } text ? Parse(field, field.Name, text) : value;

    /// <summary>The words of a search: <c>?search=sea+voyage</c>.</summary>
    public string? Search() => Optional(SearchWords);

    /// <summary>A filter by bounds: <c>?price.min=5&amp;price.max=10</c>, both included.</summary>
    public Bounds<T> Bounds<T>(Field<T> field) where T : struct =>
        new(Bound(field, field.Name + ".min"), Bound(field, field.Name + ".max"));

    /// <summary>
    /// The page: <c>?sort=-price&amp;limit=50&amp;after=…</c>. What the caller may not read is <paramref name="hidden"/>: an
    /// order by it would tell it.
    /// </summary>
    public PageRequest Page(ListStatement list, params IReadOnlyCollection<string> hidden)
    {
        var isDescending = false;
        Sort? sort = null;
        if (Find("sort") is { } name)
        {
            isDescending = name.StartsWith('-');
            sort = Sorts(list, hidden).FirstOrDefault(candidate => candidate.Name == name.TrimStart('-'));
            if (sort is null || name.StartsWith("--", StringComparison.Ordinal))
            {
                _problems.Add(new("sort", "no-match", SortHint([.. Sorts(list, hidden)])));
            }
        }
        else if (list.Order is { } order && !hidden.Contains(order.Name))
        {
            (sort, isDescending) = (order, list.IsOrderDescending);
        }

        var limit = Find("limit") is { } size
            ? Parse(new IntField("limit") { Min = 1, Max = list.MaxPageSize }, "limit", size)
            : list.PageSize;
        if (list.IsByOffset)
        {
            var offset = Find("offset") is { } skipped ? Parse(Offset, "offset", skipped) : 0;
            return new(sort, isDescending, after: null, limit) { Offset = offset };
        }

        var page = new PageRequest(sort, isDescending, after: null, limit);
        return Find("after") is { } cursor ? After(page, cursor) : page;
    }

    private PageRequest After(PageRequest page, string cursor)
    {
        var after = Cursor.Decode(cursor, page.SortText, page.Sort?.Kind ?? ValueKind.Uuid, page.Sort?.Scale ?? 0);
        if (after is null)
        {
            _problems.Add(new("after", "malformed", "Send `next` of the page before, with the same sort."));
        }

        return new(page.Sort, page.IsDescending, after, page.Limit);
    }

    private T? Bound<T>(Field<T> field, string name) where T : struct => Find(name) is { } text ? Parse(field, name, text) : null;

    private T Parse<T>(Field<T> field, string name, string text)
    {
        if (field.Parse(text, out var value) is { } fault)
        {
            _problems.Add(new(name, fault.Code, fault.Message));
        }

        return value;
    }

    private string? Find(string name)
    {
        _names.Add(name);
        return _parameters.GetValueOrDefault(name);
    }

    private static IEnumerable<Sort> Sorts(ListStatement list, IReadOnlyCollection<string> hidden) =>
        list.Sorts.Where(sort => !hidden.Contains(sort.Name));

    private static string SortHint(IReadOnlyList<Sort> sorts) => sorts.Count == 0
        ? "This list has no sort."
        : string.Create(
            CultureInfo.InvariantCulture,
            $"Send one of {string.Join(", ", sorts.Select(sort => sort.Name))}, or one with - before it.");

    private static string Shorten(string name) => name.Length <= 100 ? name : name[..100];
}
