using System.Buffers;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Ashlar.Kernel;

/// <summary>How the path of a request finds rows.</summary>
public sealed partial class Call
{
    private static readonly SearchValues<char> PathEnds = SearchValues.Create("?#");

    /// <summary>A key in the path; null when no row can have it.</summary>
    /// <param name="field">The field that it is.</param>
    /// <param name="name">The name of the route's parameter.</param>
    /// <param name="place">Where it stands: 1 is the last segment.</param>
    public T? Key<T>(Field<T> field, string name, int place) where T : struct =>
        field.Parse(Segment(name, place), out var value) is null ? value : null;

    /// <summary>A text in the path; null when no row can have it.</summary>
    public string? Key(Field<string> field, string name, int place) =>
        field.Parse(Segment(name, place), out var value) is null ? value : null;

    /// <summary>The row that a statement finds; null where there is none.</summary>
    public ValueTask<Guid?> FindAsync(Statement find, params ReadOnlySpan<Value> values) => FindAsync(find, values.ToArray());

    private async ValueTask<Guid?> FindAsync(Statement find, Value[] values)
    {
        await using var session = await ReadAsync();
        await using var rows = await session.QueryAsync(find, values);
        return await rows.NextAsync() ? rows.Uuid(0) : null;
    }

    // A slash that belongs to a segment comes as %2F, and ASP.NET Core leaves that as it is: what the segment says then is only
    // in the address as it was sent.
    private string Segment(string name, int place)
    {
        var decoded = Http.GetRouteValue(name) as string ?? "";
        if (!decoded.Contains('%', StringComparison.Ordinal))
        {
            return decoded;
        }

        var target = Http.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        var end = target.AsSpan().IndexOfAny(PathEnds);
        var segments = (end < 0 ? target : target[..end]).TrimEnd('/').Split('/');
        return segments.Length >= place ? Uri.UnescapeDataString(segments[^place]) : decoded;
    }
}
