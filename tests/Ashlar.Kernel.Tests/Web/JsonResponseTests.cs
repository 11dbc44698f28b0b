using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Ashlar.Kernel.Tests.Web;

/// <summary>Replies escape what JSON has to escape, and no more.</summary>
public sealed class JsonResponseTests
{
    [Theory]
    [InlineData("+43 1 `x` <b> & 'y' ü €", "+43 1 `x` <b> & 'y' ü €")]
    [InlineData("a\"b\\c", "a\\\"b\\\\c")]
    [InlineData("\n\u0001\u007f", "\\n\\u0001\\u007F")]
    [InlineData("\u2028\u2029", "\\u2028\\u2029")]
    public async Task A_text_is_written_plainly(string text, string written)
    {
        var http = new DefaultHttpContext();
        using var body = new MemoryStream();
        http.Response.Body = body;

        await JsonResponse.WriteAsync(http.Response, "application/json", new Plain(text));

        Assert.Equal($"\"{written}\"", Encoding.UTF8.GetString(body.ToArray()));
    }

    private sealed class Plain(string text) : IShape
    {
        public void Write(Utf8JsonWriter json) => json.WriteStringValue(text);
    }
}
