namespace Ashlar.Kernel;

/// <summary>How much time and size an endpoint needs, and what it answers.</summary>
internal enum EndpointKind
{
    /// <summary>JSON both ways.</summary>
    Json,

    /// <summary>JSON both ways, and the answer may hold a token.</summary>
    SignIn,

    /// <summary>The bytes of a file in the request.</summary>
    Upload,

    /// <summary>The bytes of a file in the answer.</summary>
    Download,

    /// <summary>JSON of an outside service, which is no caller and gets no content.</summary>
    Callback,
}
