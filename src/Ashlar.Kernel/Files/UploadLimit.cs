using Microsoft.AspNetCore.Http.Metadata;

namespace Ashlar.Kernel;

/// <summary>
/// How large a body the server lets come at an endpoint for a file. The reader of the upload holds no more than the field
/// takes. The server reads past that, as much again, and forgets it: a client whose connection is cut while it still sends
/// does not see why. It also leaves room for what frames the parts of a body without a length.
/// </summary>
internal sealed class UploadLimit(int maxBytes) : IRequestSizeLimitMetadata
{
    public long? MaxRequestBodySize { get; } = maxBytes * 2L;
}
