using System.Buffers;

namespace Ashlar.Kernel;

/// <summary>One declared address, and the addresses below it.</summary>
internal sealed class OutboundTarget
{
    private static readonly SearchValues<char> PathCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:/?%[]");

    private readonly Uri _base;
    private readonly string _path;

    public OutboundTarget(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url)
            || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp)
            || url.UserInfo.Length > 0 || url.Query.Length > 0 || url.Fragment.Length > 0)
        {
            throw new OutboundException("The declared address is not one of https or http, without a user, query or fragment.");
        }

        _base = url;
        _path = url.AbsolutePath.TrimEnd('/');
    }

    public bool IsEncrypted => _base.Scheme == Uri.UriSchemeHttps;

    public string Host => _base.IdnHost.Trim('[', ']');

    /// <summary>The address of a path below this one; what would lead elsewhere is refused.</summary>
    public Uri At(string path)
    {
        if (path.Length is 0 or > OutboundLimits.LongestPath || path[0] != '/' || path.StartsWith("//", StringComparison.Ordinal)
            || path.AsSpan().ContainsAnyExcept(PathCharacters) || HasDots(path))
        {
            throw new OutboundException("The path of a request begins with `/`, is escaped, and has no `.` or `..` in it.");
        }

        var url = new Uri($"{_base.GetLeftPart(UriPartial.Authority)}{_path}{path}", UriKind.Absolute);
        var isBelow = url.Scheme == _base.Scheme && url.Host == _base.Host && url.Port == _base.Port && url.UserInfo.Length == 0
            && url.AbsolutePath.StartsWith(_path + "/", StringComparison.Ordinal);
        return isBelow ? url : throw new OutboundException("The request leads to another address than the declared one.");
    }

    /// <summary>Also where the dots are escaped, once or more than once.</summary>
    private static bool HasDots(string path)
    {
        var plain = path.Split('?')[0];
        for (var i = 0; i < 3; i++)
        {
            if (plain.Split('/', '\\').Any(part => part is "." or ".."))
            {
                return true;
            }

            plain = Uri.UnescapeDataString(plain);
        }

        return plain.Contains('\\', StringComparison.Ordinal) || plain.Split('/').Any(part => part is "." or "..");
    }
}
