using Ashlar.Core.Model.Rules;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>Binds the sites whose pages may call an API: each as a browser sends it, and none twice.</summary>
internal static class OriginBinder
{
    public static ValueList<string> Bind(Site site, OriginsSyntax? node)
    {
        var origins = new Dictionary<string, TextSyntax>(StringComparer.Ordinal);
        foreach (var text in node?.Items ?? [])
        {
            if (OriginOf(text.Value) is not { } origin)
            {
                site.Add(OriginForm.None(site.At(text), text.Value));
            }
            else if (origin != text.Value)
            {
                site.Add(OriginForm.Spelled(site.At(text), text.Value, origin));
            }
            else if (!IsProtected(new Uri(origin)))
            {
                site.Add(OriginForm.Open(site.At(text), text.Value));
            }
            else if (!origins.TryAdd(origin, text))
            {
                site.Add(DuplicateMember.At(site.At(text), origin, site.At(origins[origin])));
            }
        }

        return origins.Keys.Order(StringComparer.Ordinal).ToValueList();
    }

    /// <summary>What a browser calls the site of this address; null where the text names no site.</summary>
    private static string? OriginOf(string text)
    {
        var isAddress = Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && uri.Scheme is "https" or "http" && uri.Host.Length > 0 && !uri.Host.Contains('*', StringComparison.Ordinal);
        if (!isAddress || uri is null)
        {
            return null;
        }

        var host = uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost;
        return $"{uri.Scheme}://{host}{(uri.IsDefaultPort ? "" : $":{uri.Port}")}";
    }

    /// <summary>Nobody on the way can be the site.</summary>
    private static bool IsProtected(Uri origin) => origin.Scheme == "https" || origin.IsLoopback;
}
