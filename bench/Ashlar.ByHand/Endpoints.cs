using System.Buffers.Text;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Ashlar.ByHand;

/// <summary>The endpoints.</summary>
internal sealed class Endpoints(IShop shop)
{
    private readonly Channel<bool> _told = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public async Task ReadProductAsync(HttpContext http)
    {
        using var answer = Answer.Rent();
        var version = IdOf(http) is { } id ? await shop.ReadProductAsync(answer.Json, id) : null;
        await AnswerAsync(http, answer, version);
    }

    public async Task ListProductsAsync(HttpContext http)
    {
        using var answer = Answer.Rent();
        if (!TryRead(http.Request.QueryString, out var category, out var after, out var limit))
        {
            await RefuseAsync(http, answer, Problem.Invalid([new("sort", "no-match", "Send category and sort=-addedAt.")]));
            return;
        }

        await shop.ListProductsAsync(answer.Json, category, after, limit);
        await answer.SendAsync(http.Response, "application/json");
    }

    public async Task ReadOrderAsync(HttpContext http)
    {
        using var answer = Answer.Rent();
        var version = IdOf(http) is { } id ? await shop.ReadOrderAsync(answer.Json, id) : null;
        await AnswerAsync(http, answer, version);
    }

    public async Task CreateProductAsync(HttpContext http)
    {
        using var answer = Answer.Rent();
        var body = await BodyAsync(http);
        body.RequireAll();
        if (body.Problem is { } problem)
        {
            await RefuseAsync(http, answer, problem);
            return;
        }

        var now = Now();
        var id = Guid.CreateVersion7(now);
        var result = await shop.CreateProductAsync(answer.Json, id, body, now);
        if (result.Problem is { } refusal)
        {
            await RefuseAsync(http, answer, refusal);
            return;
        }

        http.Response.StatusCode = StatusCodes.Status201Created;
        http.Response.Headers.Location = $"/api/products/{id}";
        await AnswerAsync(http, answer, result.Version);
    }

    public async Task UpdateProductAsync(HttpContext http)
    {
        using var answer = Answer.Rent();
        var body = await BodyAsync(http);
        if (IdOf(http) is not { } id)
        {
            await RefuseAsync(http, answer, Problem.NotFound);
            return;
        }

        var (version, refusal) = VersionOf(http.Request.Headers.IfMatch);
        var result = (body.Problem ?? refusal) is { } problem
            ? new WriteResult(0, problem)
            : await shop.UpdateProductAsync(answer.Json, id, version, body, Now());
        if (result.Problem is { } refused)
        {
            await RefuseAsync(http, answer, refused);
            return;
        }

        await AnswerAsync(http, answer, result.Version);
    }

    public async Task TakeStockAsync(HttpContext http)
    {
        using var answer = Answer.Rent();
        if (IdOf(http) is not { } id)
        {
            await RefuseAsync(http, answer, Problem.NotFound);
            return;
        }

        var taken = await JsonSerializer.DeserializeAsync(http.Request.Body, TakenJson.Default.Taken);
        if (taken is not { Copies: >= 1 and <= 100 })
        {
            await RefuseAsync(http, answer, Problem.Invalid([new("copies", "no-match", "Send between 1 and 100 copies.")]));
            return;
        }

        var result = await shop.TakeStockAsync(answer.Json, id, taken.Copies, Now());
        if (result.Problem is { } refused)
        {
            await RefuseAsync(http, answer, refused);
            return;
        }

        _told.Writer.TryWrite(true);
        await AnswerAsync(http, answer, result.Version);
    }

    /// <summary>Handles what was told as soon as it is.</summary>
    public async Task HandleAsync(CancellationToken stop)
    {
        var isMore = true;
        while (isMore || await _told.Reader.WaitToReadAsync(stop))
        {
            _told.Reader.TryRead(out _);
            isMore = await shop.HandleAsync();
        }
    }

    private static Task AnswerAsync(HttpContext http, Answer answer, long? version)
    {
        if (version is not { } found)
        {
            return RefuseAsync(http, answer, Problem.NotFound);
        }

        http.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{found}\"");
        return answer.SendAsync(http.Response, "application/json");
    }

    private static Task RefuseAsync(HttpContext http, Answer answer, Problem problem)
    {
        http.Response.StatusCode = problem.Status;
        problem.Write(answer.Json, Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier);
        return answer.SendAsync(http.Response, "application/problem+json");
    }

    private static async Task<ProductBody> BodyAsync(HttpContext http)
    {
        var reader = http.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(http.RequestAborted);
            if (!read.IsCompleted)
            {
                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }

            var body = read.Buffer.IsSingleSegment
                ? ProductBody.Read(read.Buffer.FirstSpan)
                : ProductBody.Read(System.Buffers.BuffersExtensions.ToArray(read.Buffer));
            reader.AdvanceTo(read.Buffer.End);
            return body;
        }
    }

    private static bool TryRead(QueryString query, out Guid category, out PageEnd? after, out int limit)
    {
        (category, after, limit) = (default, null, 20);
        var isSorted = false;
        foreach (var pair in new QueryStringEnumerable(query.Value))
        {
            var isKnown = pair.DecodeName().Span switch
            {
                "category" => Guid.TryParseExact(pair.DecodeValue().Span, "D", out category),
                "sort" => isSorted = pair.DecodeValue().Span is "-addedAt",
                "limit" => int.TryParse(pair.DecodeValue().Span, NumberStyles.None, CultureInfo.InvariantCulture, out limit)
                    && limit is >= 1 and <= 100,
                "after" => (after = Cursor.Decode(pair.DecodeValue().Span)) is not null,
                _ => false,
            };
            if (!isKnown)
            {
                return false;
            }
        }

        return isSorted;
    }

    private static (long Version, Problem? Problem) VersionOf(StringValues header)
    {
        if (header.Count == 0)
        {
            return (0, Problem.NoVersion);
        }

        var tag = header.ToString().AsSpan();
        return tag.Length > 2 && tag[0] == '"' && tag[^1] == '"'
            && long.TryParse(tag[1..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? (version, null)
            : (0, Problem.Stale);
    }

    private static Guid? IdOf(HttpContext http) =>
        Guid.TryParseExact(http.GetRouteValue("id") as string, "D", out var id) ? id : null;

    private static DateTimeOffset Now() =>
        DateTimeOffset.FromUnixTimeMilliseconds(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
}
