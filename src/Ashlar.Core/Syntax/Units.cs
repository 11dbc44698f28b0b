namespace Ashlar.Core.Syntax;

/// <summary>The units of durations and sizes, and what people write for them elsewhere.</summary>
internal static class Units
{
    public static long SecondsIn(char unit) => unit switch
    {
        's' => 1,
        'm' => 60,
        'h' => 3600,
        _ => 86400,
    };

    public static long BytesIn(char unit) => unit switch
    {
        'K' => 1L << 10,
        'M' => 1L << 20,
        _ => 1L << 30,
    };

    /// <summary>The unit that a foreign spelling means, or nothing.</summary>
    public static string ShortFor(ReadOnlySpan<char> spelling) => spelling switch
    {
        "sec" or "secs" or "second" or "seconds" or "S" => "s",
        "min" or "mins" or "minute" or "minutes" => "m",
        "hr" or "hrs" or "hour" or "hours" or "H" => "h",
        "day" or "days" or "D" => "d",
        "kb" or "Kb" or "kB" or "k" or "K" or "KiB" => "KB",
        "mb" or "Mb" or "mB" or "M" or "MiB" => "MB",
        "gb" or "Gb" or "gB" or "G" or "GiB" => "GB",
        _ => "",
    };
}
