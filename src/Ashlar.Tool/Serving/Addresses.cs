using System.Net;
using System.Net.Sockets;

namespace Ashlar.Tool.Serving;

/// <summary>Where a system serves when nobody said where: a known port on this machine, or a free one.</summary>
internal static class Addresses
{
    private const int Known = 5080;

    public static string Choose()
    {
        var port = IsFree(Known) ? Known : Free();
        return $"http://127.0.0.1:{port}";
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, port: 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
