using System.Net;
using System.Net.Sockets;

namespace Ashlar.Kernel;

/// <summary>Where an address of the internet protocol leads.</summary>
internal enum AddressKind
{
    /// <summary>To a machine of the internet.</summary>
    Public,

    /// <summary>To this machine or a network of one's own.</summary>
    Private,

    /// <summary>To what no request is for: services of the link, such as those of a cloud; many machines; none.</summary>
    Never,
}

/// <summary>Tells the kinds of addresses apart, whatever form they are written in.</summary>
internal static class AddressKinds
{
    private static readonly IPNetwork[] PrivateNetworks =
    [
        IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("100.64.0.0/10"), IPNetwork.Parse("::1/128"),
        IPNetwork.Parse("fc00::/7"),
    ];

    private static readonly IPNetwork[] NoNetworks =
    [
        IPNetwork.Parse("0.0.0.0/8"), IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("192.0.0.0/24"),
        IPNetwork.Parse("192.0.2.0/24"), IPNetwork.Parse("192.88.99.0/24"), IPNetwork.Parse("198.18.0.0/15"),
        IPNetwork.Parse("198.51.100.0/24"), IPNetwork.Parse("203.0.113.0/24"), IPNetwork.Parse("224.0.0.0/3"),
        IPNetwork.Parse("2001::/23"), IPNetwork.Parse("2001:db8::/32"), IPNetwork.Parse("2002::/16"),
        IPNetwork.Parse("3fff::/20"),
    ];

    private static readonly IPNetwork Internet6 = IPNetwork.Parse("2000::/3");

    public static AddressKind Of(IPAddress address)
    {
        // `::ffff:127.0.0.1` is 127.0.0.1; other forms that carry an address of the older protocol are no addresses here.
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (PrivateNetworks.Any(network => Contains(network, plain)))
        {
            return AddressKind.Private;
        }

        var isOfInternet = plain.AddressFamily == AddressFamily.InterNetwork || Contains(Internet6, plain);
        return isOfInternet && !NoNetworks.Any(network => Contains(network, plain)) ? AddressKind.Public : AddressKind.Never;
    }

    private static bool Contains(IPNetwork network, IPAddress address) =>
        network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address);
}
