namespace Ashlar.Kernel;

/// <summary>The bytes of a request, checked against a <see cref="FileField"/>.</summary>
public sealed class Upload
{
    internal Upload(Refusal refusal) => Refusal = refusal;

    internal Upload(string mediaType, byte[] content)
    {
        MediaType = mediaType;
        Content = content;
    }

    /// <summary>Why the request holds no file that the field accepts.</summary>
    public Refusal? Refusal { get; }

    internal string MediaType { get; } = "";

    internal byte[] Content { get; } = [];
}
