using System.Net;
using System.Net.Sockets;

namespace TypedWebhookAlerts.Delivery;

/// <summary>Tells the addresses of the internet from those that lead back inside: to this machine, its network, its
/// cloud.</summary>
/// <remarks>Source: IANA's registries of special-purpose addresses, for IPv4 and IPv6. What they do not let be
/// forwarded over the internet is not public, nor is what carries another address in it, unless that one is known and
/// public.
/// </remarks>
internal static class PublicAddress
{
    private static readonly IPNetwork[] s_specialV4 =
    [
        IPNetwork.Parse("0.0.0.0/8"), // this network
        IPNetwork.Parse("10.0.0.0/8"), // private
        IPNetwork.Parse("100.64.0.0/10"), // behind a provider's NAT
        IPNetwork.Parse("127.0.0.0/8"), // loopback
        IPNetwork.Parse("169.254.0.0/16"), // link-local, with the metadata of clouds
        IPNetwork.Parse("172.16.0.0/12"), // private
        IPNetwork.Parse("192.0.0.0/24"), // protocol assignments
        IPNetwork.Parse("192.0.2.0/24"), // documentation
        IPNetwork.Parse("192.88.99.0/24"), // relays of 6to4
        IPNetwork.Parse("192.168.0.0/16"), // private
        IPNetwork.Parse("198.18.0.0/15"), // benchmarking
        IPNetwork.Parse("198.51.100.0/24"), // documentation
        IPNetwork.Parse("203.0.113.0/24"), // documentation
        IPNetwork.Parse("224.0.0.0/4"), // multicast
        IPNetwork.Parse("240.0.0.0/4"), // reserved, and broadcast
    ];

    private static readonly IPNetwork s_unicastV6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] s_specialV6 =
    [
        IPNetwork.Parse("2001::/23"), // protocol assignments, among them Teredo
        IPNetwork.Parse("2001:db8::/32"), // documentation
        IPNetwork.Parse("2002::/16"), // 6to4
        IPNetwork.Parse("3fff::/20"), // documentation
    ];

    /// <summary>An IPv4 address as a network without IPv4 writes it (RFC 6052). It is the only way out that such a
    /// network has, so it is judged by what it carries.</summary>
    private static readonly IPNetwork s_nat64 = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>Whether an address is one of the internet.</summary>
    public static bool Is(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }
        else if (s_nat64.Contains(address))
        {
            address = new IPAddress(address.GetAddressBytes().AsSpan(12));
        }

        return address.AddressFamily == AddressFamily.InterNetwork
            ? !s_specialV4.Any(network => network.Contains(address))
            : s_unicastV6.Contains(address) && !s_specialV6.Any(network => network.Contains(address));
    }
}
