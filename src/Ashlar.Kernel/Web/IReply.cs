using Microsoft.AspNetCore.Http;

namespace Ashlar.Kernel;

/// <summary>What a handler answers: a <see cref="Reply"/> or a <see cref="Refusal"/>.</summary>
public interface IReply
{
    /// <summary>Writes the response.</summary>
    Task WriteAsync(HttpContext http);
}
