using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Ashlar.Kernel;

/// <summary>
/// How an outside service proves that a request is its own: a header with the HMAC-SHA256 of the body. Where another header
/// says when it was signed, in seconds since 1970, what is signed is that number, a dot, and the body.
/// </summary>
/// <param name="header">The header that carries the signature.</param>
/// <param name="form">How it is written there.</param>
/// <param name="keys">The keys of which one signs; those that are not set are left out.</param>
public sealed class HmacSignature(string header, SignatureForm form, params IReadOnlyList<Secret?> keys)
{
    private readonly byte[][] _keys = Known(keys);

    /// <summary>The header that says when it was signed; null where nothing does.</summary>
    public string? TimeHeader { get; init; }

    /// <summary>How far that may be from the clock of the system.</summary>
    public TimeSpan Tolerance { get; init; }

    /// <summary>The headers of a request with this body, signed at this moment with the first key.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Sign(ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        var time = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = Calculate(_keys[0], TimeHeader is null ? null : time, body);
        var written = form == SignatureForm.Hex ? Convert.ToHexStringLower(signature) : Convert.ToBase64String(signature);
        return TimeHeader is null ? [new(header, written)] : [new(header, written), new(TimeHeader, time)];
    }

    /// <summary>Whether the headers prove it. How long this takes says nothing of how much of a signature is right.</summary>
    internal bool IsProven(IHeaderDictionary headers, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        string? time = null;
        if (TimeHeader is not null)
        {
            time = OnlyOne(headers, TimeHeader);
            if (time is null || !IsNear(time, now))
            {
                return false;
            }
        }

        if (OnlyOne(headers, header) is not { } written || Read(written) is not { } signature)
        {
            return false;
        }

        var isProven = false;
        foreach (var key in _keys)
        {
            isProven |= CryptographicOperations.FixedTimeEquals(Calculate(key, time, body), signature);
        }

        return isProven;
    }

    // Whoever starts the system has set them: one that is empty would let everybody in.
    private static byte[][] Known(IReadOnlyList<Secret?> keys)
    {
        byte[][] known = [.. keys.OfType<Secret>().Select(key => Encoding.UTF8.GetBytes(key.Reveal()))];
        return known.Length > 0 && known.All(key => key.Length > 0)
            ? known
            : throw new ArgumentException("A signature needs a key that is not empty.", nameof(keys));
    }

    private static string? OnlyOne(IHeaderDictionary headers, string name) => headers[name] is [{ } only] ? only : null;

    private bool IsNear(string time, DateTimeOffset now) =>
        long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
        && (now - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() <= Tolerance;

    private byte[]? Read(string written)
    {
        var bytes = new byte[SHA256.HashSizeInBytes];
        return form switch
        {
            SignatureForm.Hex => written.Length == 2 * bytes.Length && written.All(char.IsAsciiHexDigit)
                ? Convert.FromHexString(written)
                : null,
            _ => Convert.TryFromBase64String(written, bytes, out var count) && count == bytes.Length ? bytes : null,
        };
    }

    private static byte[] Calculate(byte[] key, string? time, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        if (time is not null)
        {
            hash.AppendData(Encoding.ASCII.GetBytes(time + "."));
        }

        hash.AppendData(body);
        return hash.GetHashAndReset();
    }
}
