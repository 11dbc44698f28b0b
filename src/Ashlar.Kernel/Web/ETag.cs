using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Ashlar.Kernel;

/// <summary>The version of a row as the entity tag of HTTP: version 3 is <c>"3"</c>.</summary>
internal static class ETag
{
    public static string Of(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>
    /// The version that <c>If-Match</c> names. It must be exactly one strong tag: <c>*</c>, lists and weak tags would let a
    /// change through that has not seen the latest version.
    /// </summary>
    public static IfMatch ReadIfMatch(IHeaderDictionary headers)
    {
        if (headers.IfMatch.Count == 0 || headers.IfMatch == "*")
        {
            return new(0, Refusal.PreconditionRequired);
        }

        return Read(headers.IfMatch.ToString());
    }

    /// <summary>The same in an API that does not ask for it.</summary>
    public static IfMatch ReadIfMatch(IHeaderDictionary headers, RowVersion use) => use switch
    {
        RowVersion.Ignored => IfMatch.Any,
        RowVersion.Optional when headers.IfMatch.Count == 0 || headers.IfMatch == "*" => IfMatch.Any,
        _ => ReadIfMatch(headers),
    };

    /// <summary>The version that <c>If-Match</c> names, where it stands; <c>*</c> names none.</summary>
    public static OptionalIfMatch ReadOptionalIfMatch(IHeaderDictionary headers)
    {
        if (headers.IfMatch.Count == 0 || headers.IfMatch == "*")
        {
            return default;
        }

        var match = Read(headers.IfMatch.ToString());
        return new(match.Version, match.Refusal);
    }

    private static IfMatch Read(string tag)
    {
        if (tag.Length < 3 || tag[0] != '"' || tag[^1] != '"' || tag.AsSpan(1, tag.Length - 2).Contains('"'))
        {
            return new(
                0, Refusal.Invalid(new FieldProblem("If-Match", "malformed", "Send one ETag, as the last answer gave it.")));
        }

        // Another spelling of the number is another tag, and so not the current one.
        return long.TryParse(tag.AsSpan(1, tag.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            && tag == Of(version)
            && version > 0
            ? new(version, Refusal: null)
            : new(0, Refusal.Stale);
    }
}
