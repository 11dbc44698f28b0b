using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Ashlar.Kernel;

/// <summary>
/// Sends the requests of hand-written code. It resolves names itself and connects to the very address that it has looked at;
/// it follows no redirection, uses no proxy, keeps no cookies and unpacks nothing.
/// </summary>
public sealed class OutboundHttp : IDisposable
{
    private static readonly TimeSpan LongestConnect = TimeSpan.FromSeconds(5);

    private readonly HttpClient _client;
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _resolve;
    private readonly HashSet<string> _privateHosts;
    private readonly bool _isAtWork;

    /// <summary>Reads from the configuration which hosts of one's own network may be reached.</summary>
    public OutboundHttp(IConfiguration configuration, IHostEnvironment environment)
        : this(
            Dns.GetHostAddressesAsync,
            (configuration["Kernel:PrivateHosts"] ?? "").Split(',', StringSplitOptions.TrimEntries),
            isAtWork: !environment.IsDevelopment() && !environment.IsEnvironment("Testing"))
    {
    }

    internal OutboundHttp(
        Func<string, CancellationToken, Task<IPAddress[]>> resolve, IEnumerable<string> privateHosts, bool isAtWork)
    {
        _resolve = resolve;
        _privateHosts = new(privateHosts, StringComparer.OrdinalIgnoreCase);
        _isAtWork = isAtWork;
        _client = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = ConnectAsync,
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = LongestConnect,
            MaxResponseHeadersLength = OutboundLimits.MostHeaderKilobytes,
            MaxResponseDrainSize = 0,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>What one call of a slot may reach: one address, as long as the call lasts.</summary>
    /// <param name="address">The address that a setting declares.</param>
    /// <param name="stop">Cancelled when the time of the call is over.</param>
    public OutboundClient For(string address, CancellationToken stop)
    {
        var target = new OutboundTarget(address);
        return !_isAtWork || target.IsEncrypted || _privateHosts.Contains(target.Host)
            ? new OutboundClient(_client, target, stop)
            : throw new OutboundException("The address is not encrypted.");
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var found = IPAddress.TryParse(host.Trim('[', ']'), out var literal) ? [literal] : await _resolve(host, cancellation);
        var isOpen = context.InitialRequestMessage.RequestUri?.Scheme != Uri.UriSchemeHttps;
        var allowed = found.Where(address => IsAllowed(host, AddressKinds.Of(address), isOpen)).ToArray();
        if (allowed.Length == 0 || allowed.Length < found.Length)
        {
            throw new OutboundException($"The host {host} leads to an address that is not reached from here.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        var isConnected = false;
        try
        {
            await socket.ConnectAsync(allowed, port, cancellation);
            isConnected = true;
            return new NetworkStream(socket, ownsSocket: true);
        }
        finally
        {
            if (!isConnected)
            {
                socket.Dispose();
            }
        }
    }

    // A name of one's own network that leads outside would take what is not encrypted there.
    private bool IsAllowed(string host, AddressKind kind, bool isOpen) => kind switch
    {
        AddressKind.Public => !_isAtWork || !isOpen,
        AddressKind.Private => !_isAtWork || _privateHosts.Contains(host.Trim('[', ']')),
        _ => false,
    };
}
