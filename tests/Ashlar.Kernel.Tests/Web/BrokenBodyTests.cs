using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Ashlar.Kernel.Tests.Web;

/// <summary>A refusal of a body says which of the possible causes it is.</summary>
public sealed class BrokenBodyTests
{
    private static readonly string Deep = string.Concat(Enumerable.Repeat("{\"a\":", 40));

    public static TheoryData<string, string> Bodies => new()
    {
        { "", "The body is cut off at line 1, byte 1." },
        { "{\n\"a\": \"x", "The body is cut off at line 2, byte 8." },
        { "{\"a\": 1,", "The body is cut off at line 1, byte 8." },
        { "{\"a\": 1.", "The body is cut off at line 1, byte 9." },
        { "{\"a\":", "The body is cut off at line 1, byte 6." },
        { Deep, "The body is nested too deep at line 1, byte 161." },
        { "{\"a\": 1, \"a\": 2}", "The body names a member twice." },
        { "{a: 1}", "The body is not valid JSON at line 1, byte 2." },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Each_cause_has_its_message(string json, string message)
    {
        using var body = new MemoryStream(Encoding.UTF8.GetBytes(json));
        var options = new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 32 };

        var e = await Assert.ThrowsAnyAsync<JsonException>(
            () => JsonDocument.ParseAsync(body, options, TestContext.Current.CancellationToken));

        Assert.Equal(message, MalformedJson.Describe(e));
    }

    [Theory]
    [InlineData(null, null, "Content-Type is missing.")]
    [InlineData("text/plain", null, "Content-Type is not application/json.")]
    [InlineData("nonsense", null, "Content-Type is not application/json.")]
    [InlineData("application/json; charset=utf-16", null, "The charset is not utf-8.")]
    [InlineData("application/json", "gzip", "The body is compressed.")]
    public void A_content_type_is_refused_for_a_reason(string? type, string? encoding, string reason)
    {
        var request = new DefaultHttpContext().Request;
        request.ContentType = type;
        request.Headers.ContentEncoding = encoding;

        Assert.StartsWith(reason, MediaType.RefusalOf(request)?.Message, StringComparison.Ordinal);
    }
}
