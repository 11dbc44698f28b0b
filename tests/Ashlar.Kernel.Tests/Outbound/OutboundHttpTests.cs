using System.Net;
using System.Text;

namespace Ashlar.Kernel.Tests.Outbound;

/// <summary>Ways out that hand-written code, or the partner that it talks to, could try; each ends at the kernel.</summary>
public sealed class OutboundHttpTests
{
    private const string Fine = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX-Kind: a\r\nConnection: close\r\n\r\nhi";

    [Fact]
    public void A_request_goes_to_the_declared_address_and_the_whole_answer_comes_back()
    {
        using var partner = StandIn.Saying(Fine);

        var reply = Client(partner.Address).Send(new("POST", "/charges?limit=1")
        {
            Body = "{}",
            Headers = new Dictionary<string, string> { ["Idempotency-Key"] = "k1" },
        });

        Assert.Equal((200, "hi", "a"), (reply.Status, reply.Body, reply.Headers["x-kind"]));
        Assert.StartsWith("POST /v1/charges?limit=1 HTTP/1.1\r\n", partner.Heard[0], StringComparison.Ordinal);
        Assert.Contains("\r\nIdempotency-Key: k1\r\n", partner.Heard[0], StringComparison.Ordinal);
        Assert.DoesNotContain("traceparent", partner.Heard[0], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_redirection_is_an_answer_that_nobody_follows()
    {
        using var other = StandIn.Saying(Fine);
        using var partner = StandIn.Saying(
            $"HTTP/1.1 302 Found\r\nLocation: {other.Address}/x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        Assert.Equal(302, Client(partner.Address).Send(new("GET", "/a")).Status);
        Assert.Empty(other.Heard);
    }

    [Fact]
    public void Cookies_of_one_answer_are_not_sent_with_the_next_request()
    {
        using var partner = StandIn.Saying(
            "HTTP/1.1 200 OK\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        var client = Client(partner.Address);

        client.Send(new("GET", "/a"));
        client.Send(new("GET", "/a"));

        Assert.DoesNotContain("Cookie", partner.Heard[1], StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("192.168.0.1")]
    [InlineData("100.64.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("fd00::1")]
    [InlineData("169.254.169.254")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("::127.0.0.1")]
    [InlineData("fe80::1")]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    public void A_name_that_leads_into_one_s_own_network_is_refused(string address)
    {
        using var partner = StandIn.Saying(Fine);
        using var http = Http(isAtWork: true, to: address);

        var refused = Assert.ThrowsAny<HttpRequestException>(() => Send(http, $"https://pay.example:{partner.Port}"));

        Assert.IsType<OutboundException>(Root(refused));
        Assert.Empty(partner.Heard);
    }

    [Theory]
    [InlineData("https://127.0.0.1")]
    [InlineData("https://[::ffff:127.0.0.1]")]
    [InlineData("https://2130706433")]
    [InlineData("https://0x7f.1")]
    [InlineData("https://0177.0.0.1")]
    public void An_address_that_is_written_as_a_number_is_looked_at_too(string address)
    {
        using var partner = StandIn.Saying(Fine);
        using var http = Http(isAtWork: true, to: "8.8.8.8");

        Assert.ThrowsAny<HttpRequestException>(() => Send(http, $"{address}:{partner.Port}"));
        Assert.Empty(partner.Heard);
    }

    [Fact]
    public void One_private_address_among_public_ones_is_enough_to_refuse()
    {
        using var http = new OutboundHttp(
            (_, _) => Task.FromResult(new[] { IPAddress.Parse("8.8.8.8"), IPAddress.Loopback }), [], isAtWork: true);

        Assert.IsType<OutboundException>(Root(Assert.ThrowsAny<HttpRequestException>(() => Send(http, "https://pay.example"))));
    }

    [Fact]
    public void A_host_of_one_s_own_network_is_reached_where_it_is_named_and_the_link_never()
    {
        using var partner = StandIn.Saying(Fine);
        using var named = Http(isAtWork: true, to: "127.0.0.1", "pay.internal");
        using var link = Http(isAtWork: false, to: "169.254.169.254", "pay.internal");

        Assert.Equal("hi", Send(named, $"http://pay.internal:{partner.Port}").Body);
        Assert.ThrowsAny<HttpRequestException>(() => Send(link, $"http://pay.internal:{partner.Port}"));
    }

    [Fact]
    public void At_work_an_address_is_encrypted()
    {
        using var http = Http(isAtWork: true, to: "8.8.8.8");
        Assert.Throws<OutboundException>(() => Send(http, "http://pay.example"));
    }

    [Theory]
    [InlineData("https://user:secret@pay.example")]
    [InlineData("https://pay.example/?to=elsewhere")]
    [InlineData("https://pay.example/#part")]
    [InlineData("ftp://pay.example")]
    [InlineData("file:///etc/passwd")]
    public void An_address_with_more_than_a_place_is_refused(string address) =>
        Assert.Throws<OutboundException>(() => Client(address));

    [Theory]
    [InlineData("")]
    [InlineData("charges")]
    [InlineData("//elsewhere.example/x")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("@elsewhere.example/")]
    [InlineData(":80@elsewhere.example/")]
    [InlineData("http://elsewhere.example/")]
    [InlineData("/../admin")]
    [InlineData("/a/%2e%2e/%2E%2e/admin")]
    [InlineData("/a/%252e%252e/admin")]
    [InlineData("/a/..%2fadmin")]
    [InlineData("/a/..%5cadmin")]
    [InlineData("/a b")]
    [InlineData("/a\r\nHost: elsewhere.example")]
    [InlineData("/a#b")]
    [InlineData("/ä")]
    public void A_path_that_could_lead_elsewhere_is_refused(string path)
    {
        using var partner = StandIn.Saying(Fine);

        Assert.Throws<OutboundException>(() => Client(partner.Address).Send(new("GET", path)));
        Assert.Empty(partner.Heard);
    }

    [Theory]
    [InlineData("Host", "elsewhere.example")]
    [InlineData("transfer-encoding", "chunked")]
    [InlineData("Content-Length", "0")]
    [InlineData("Proxy-Authorization", "x")]
    [InlineData("Cookie", "a=b")]
    [InlineData("X", "a\r\nHost: elsewhere.example")]
    [InlineData("X", "a\nb")]
    [InlineData("X", "a\u0000")]
    [InlineData("X: y\r\nHost", "a")]
    [InlineData("", "a")]
    public void A_header_that_says_where_a_request_goes_or_ends_is_refused(string name, string value)
    {
        using var partner = StandIn.Saying(Fine);
        var request = new OutboundRequest("GET", "/a") { Headers = new Dictionary<string, string> { [name] = value } };

        Assert.Throws<OutboundException>(() => Client(partner.Address).Send(request));
        Assert.Empty(partner.Heard);
    }

    [Theory]
    [InlineData("CONNECT")]
    [InlineData("TRACE")]
    [InlineData("GET /x HTTP/1.1\r\n\r\nGET")]
    public void A_method_is_one_of_five(string method)
    {
        using var partner = StandIn.Saying(Fine);
        Assert.Throws<OutboundException>(() => Client(partner.Address).Send(new(method, "/a")));
    }

    [Fact]
    public void A_body_without_an_end_is_given_up_once_it_is_too_large()
    {
        var sent = 0L;
        using var partner = new StandIn(async (stream, stop) =>
        {
            var block = new byte[64 * 1024];
            await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"), stop);
            while (sent < 1L << 30)
            {
                await stream.WriteAsync(block, stop);
                sent += block.Length;
            }
        });

        Assert.Throws<OutboundException>(() => Client(partner.Address).Send(new("GET", "/a")));
        Assert.InRange(sent, 0, 64 * 1024 * 1024);
    }

    [Fact]
    public void A_body_that_never_comes_ends_with_the_time_of_the_call()
    {
        using var partner = new StandIn(async (stream, stop) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nx"), stop);
            await Task.Delay(Timeout.Infinite, stop);
        });
        using var end = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        using var http = Http(isAtWork: false, to: "127.0.0.1");

        Assert.ThrowsAny<OperationCanceledException>(() => http.For(partner.Address, end.Token).Send(new("GET", "/a")));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("identity, gzip")]
    public void A_packed_answer_is_not_unpacked(string coding)
    {
        using var partner = StandIn.Saying(
            $"HTTP/1.1 200 OK\r\nContent-Encoding: {coding}\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi");

        Assert.Throws<OutboundException>(() => Client(partner.Address).Send(new("GET", "/a")));
    }

    [Fact]
    public void One_call_sends_a_bounded_number_of_requests()
    {
        using var partner = StandIn.Saying(Fine);
        var client = Client(partner.Address);
        for (var i = 0; i < 20; i++)
        {
            client.Send(new("GET", "/a"));
        }

        Assert.Throws<OutboundException>(() => client.Send(new("GET", "/a")));
    }

    [Fact]
    public void What_is_sent_is_bounded()
    {
        using var partner = StandIn.Saying(Fine);
        var client = Client(partner.Address);

        Assert.Throws<OutboundException>(() => client.Send(new("POST", "/a") { Body = new string('x', (1 << 20) + 1) }));
        Assert.Throws<OutboundException>(() => client.Send(new("POST", "/a") { Body = "", MediaType = "text/plain\r\nX: y" }));
        Assert.Empty(partner.Heard);
    }

    [Fact]
    public void A_name_of_the_own_network_that_leads_outside_gets_nothing_that_is_not_encrypted()
    {
        using var http = Http(isAtWork: true, to: "8.8.8.8", "pay.internal");

        var refusal = Assert.ThrowsAny<Exception>(() => Send(http, "http://pay.internal/v1"));

        Assert.Contains("is not reached from here", Root(refusal).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_about_the_body_goes_with_it_or_is_refused()
    {
        using var partner = StandIn.Saying(Fine);
        var headers = new Dictionary<string, string> { ["Content-Language"] = "de" };

        Client(partner.Address).Send(new("POST", "/a") { Body = "{}", Headers = headers });
        Assert.Contains("\r\nContent-Language: de\r\n", partner.Heard[0], StringComparison.Ordinal);
        Assert.Throws<OutboundException>(() => Client(partner.Address).Send(new("GET", "/a") { Headers = headers }));
    }

    private static OutboundReply Send(OutboundHttp http, string address) =>
        http.For(address, TestContext.Current.CancellationToken).Send(new("GET", "/a"));

    private static OutboundClient Client(string address) =>
        Http(isAtWork: false, to: "127.0.0.1").For(address, TestContext.Current.CancellationToken);

    private static OutboundHttp Http(bool isAtWork, string to, params string[] privateHosts) =>
        new((_, _) => Task.FromResult(new[] { IPAddress.Parse(to) }), privateHosts, isAtWork);

    private static Exception Root(Exception failure) => failure.InnerException is { } inner ? Root(inner) : failure;
}
