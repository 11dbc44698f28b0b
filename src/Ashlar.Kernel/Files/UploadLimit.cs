using Microsoft.AspNetCore.Http.Metadata;

namespace Ashlar.Kernel;

/// <summary>
/// How large a body the server takes at an endpoint for a file: as large as the field, and what frames the parts of a body
/// that comes without a length. The reader of the upload counts the bytes of the file alone.
/// </summary>
internal sealed class UploadLimit(int maxBytes) : IRequestSizeLimitMetadata
{
    private const long Frame = 8;
    private const long SmallestUsualPart = 128;

    public long? MaxRequestBodySize { get; } = maxBytes + (((maxBytes / SmallestUsualPart) + SmallestUsualPart) * Frame);
}
