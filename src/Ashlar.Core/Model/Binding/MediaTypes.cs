namespace Ashlar.Core.Model.Binding;

/// <summary>The names of media types: `image/png`, in lower case and without parameters.</summary>
internal static class MediaTypes
{
    public static bool Contain(string text) => text.Split('/') is [var kind, var name] && IsName(kind) && IsName(name);

    private static bool IsName(string part) => part.Length is > 0 and <= 127
        && IsLetterOrDigit(part[0])
        && part.All(sign => IsLetterOrDigit(sign) || sign is '-' or '+' or '.');

    private static bool IsLetterOrDigit(char sign) => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign);
}
