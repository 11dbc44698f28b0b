namespace Ashlar.Kernel;

/// <summary>How much one request of hand-written code may send and take.</summary>
internal static class OutboundLimits
{
    public const int MostHeaderKilobytes = 32;

    /// <summary>Of a body, sent or taken.</summary>
    public const int MostBytes = 1024 * 1024;

    public const int MostHeaders = 32;

    public const int LongestHeader = 4096;

    public const int LongestPath = 2048;

    /// <summary>Of one call.</summary>
    public const int MostRequests = 20;
}
