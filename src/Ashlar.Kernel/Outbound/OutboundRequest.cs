namespace Ashlar.Kernel;

/// <summary>A request of hand-written code to a declared address.</summary>
/// <param name="Method">GET, POST, PUT, PATCH or DELETE.</param>
/// <param name="Path">What follows the address: <c>/charges?limit=1</c>.</param>
public sealed record OutboundRequest(string Method, string Path)
{
    /// <summary>Headers besides those that every request has.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>What is sent; null for nothing.</summary>
    public string? Body { get; init; }

    /// <summary>What the body is.</summary>
    public string MediaType { get; init; } = "application/json";
}

/// <summary>The whole answer.</summary>
/// <param name="Status">Its status. A redirection is an answer like others: nobody follows it.</param>
/// <param name="Body">Its body as text.</param>
/// <param name="Headers">Its headers, by names in any case.</param>
public sealed record OutboundReply(int Status, string Body, IReadOnlyDictionary<string, string> Headers);

/// <summary>A request that is not sent, or an answer that is not read.</summary>
public sealed class OutboundException(string reason, Exception? cause = null) : Exception(reason, cause);
