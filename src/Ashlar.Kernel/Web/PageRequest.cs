namespace Ashlar.Kernel;

/// <summary>Which page of a list is wanted, in which order.</summary>
public sealed class PageRequest
{
    internal PageRequest(Sort? sort, bool isDescending, Cursor? after, int limit)
    {
        Sort = sort;
        IsDescending = isDescending;
        After = after;
        Limit = limit;
    }

    internal Sort? Sort { get; }

    internal bool IsDescending { get; }

    internal Cursor? After { get; }

    internal int Limit { get; }

    /// <summary>How many rows to pass over; null where pages follow each other.</summary>
    internal int? Offset { get; init; }

    internal string SortText => (IsDescending ? "-" : "") + Sort?.Name;
}
