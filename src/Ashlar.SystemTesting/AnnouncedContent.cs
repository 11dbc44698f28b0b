using System.Net;

namespace Ashlar.SystemTesting;

/// <summary>A body that says how long it is, for a request that is refused before any of it is sent.</summary>
internal sealed class AnnouncedContent(long bytes) : HttpContent
{
    /// <inheritdoc />
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        throw new InvalidOperationException("The system asks for a body that is too large.");

    /// <inheritdoc />
    protected override bool TryComputeLength(out long length)
    {
        length = bytes;
        return true;
    }
}
