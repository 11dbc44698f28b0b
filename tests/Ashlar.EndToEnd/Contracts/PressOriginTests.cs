namespace Ashlar.EndToEnd.Contracts;

/// <summary>Which pages may call from a browser.</summary>
public sealed class PressOriginTests(PressRuns runs) : IClassFixture<PressRuns>
{
    private const string Site = "https://reader.example";
    private const string Readable = "ETag, Location, Retry-After, Idempotency-Replayed, Content-Disposition";
    private const string May = "Authorization, Content-Type, If-Match, Idempotency-Key";

    [Fact]
    public async Task A_page_of_a_site_that_is_named_reads_what_it_is_answered_also_a_refusal()
    {
        var press = await runs.On("sqlite");
        Assert.Equal((200, Site, "Origin", Readable, ""), await press.Browse(HttpMethod.Get, "/api/articles", Site));
        Assert.Equal((404, Site, "Origin", Readable, ""), await press.Browse(HttpMethod.Get, "/api/articles/none-1", Site));
        Assert.Equal(
            (404, "http://localhost:5173", "Origin", Readable, ""),
            await press.Browse(HttpMethod.Delete, "/api/articles/none-1", "http://localhost:5173"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("null")]
    [InlineData("https://reader.example.evil.example")]
    [InlineData("https://evil-reader.example")]
    [InlineData("http://reader.example")]
    [InlineData("https://reader.example:8443")]
    [InlineData("https://READER.example")]
    [InlineData("https://reader.example, https://evil.example")]
    public async Task A_page_of_any_other_site_reads_nothing(string? origin)
    {
        var press = await runs.On("sqlite");
        Assert.Equal((200, "", "Origin", "", ""), await press.Browse(HttpMethod.Get, "/api/articles", origin));
        Assert.Equal((204, "", "Origin", "", ""), await press.Browse(HttpMethod.Options, "/api/articles", origin));
    }

    [Fact]
    public async Task A_browser_asks_once_for_each_address_whatever_its_keys_are_called()
    {
        var press = await runs.On("sqlite");
        foreach (var path in (string[])["", "/a-1", "/a-1/comments/b", "/a-1/quote"])
        {
            Assert.Equal((204, Site, "Origin", "", May), await press.Browse(HttpMethod.Options, "/api/articles" + path, Site));
        }

        Assert.Equal(404, (await press.Browse(HttpMethod.Options, "/api/nothing", Site)).Status);
    }

    [Fact]
    public async Task An_api_that_names_no_site_tells_no_page_anything()
    {
        var press = await runs.On("sqlite");
        Assert.Equal((404, "", "", "", ""), await press.Browse(HttpMethod.Get, "/keys/none-1", Site));
        Assert.Equal((405, "", "", "", ""), await press.Browse(HttpMethod.Options, "/keys/none-1", Site));
    }
}
