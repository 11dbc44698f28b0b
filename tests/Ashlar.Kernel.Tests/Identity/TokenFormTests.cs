using Ashlar.Kernel;
using Microsoft.AspNetCore.Http;

namespace Ashlar.Kernel.Tests.Identity;

public sealed class TokenFormTests
{
    [Theory]
    [InlineData("Authorization", "Token", "Token abc", "abc")]
    [InlineData("Authorization", "Token", "token  abc ", "abc")]
    [InlineData("Authorization", "Token", "Bearer abc", "")]
    [InlineData("Authorization", "Token", "Tokenabc", "")]
    [InlineData("Authorization", "Token", "", "")]
    [InlineData("X-Session", "", "abc", "abc")]
    public void A_token_is_read_in_its_form_or_refused(string header, string scheme, string sent, string? token)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers[header] = sent;
        Assert.Equal(token, new TokenForm(header, scheme).Of(http.Request));
    }

    [Fact]
    public void Only_a_request_without_the_header_has_no_token()
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.Authorization = "Bearer abc";
        Assert.Null(new TokenForm("X-Session", "").Of(http.Request));
        http.Request.Headers["X-Session"] = new(["abc", "def"]);
        Assert.Equal("", new TokenForm("X-Session", "").Of(http.Request));
    }

    [Fact]
    public void A_refusal_asks_for_the_scheme()
    {
        Assert.Equal("Token", new TokenForm("Authorization", "Token").Challenge(isRefused: false));
        Assert.Equal("Bearer error=\"invalid_token\"", TokenForm.Bearer.Challenge(isRefused: true));
    }
}
