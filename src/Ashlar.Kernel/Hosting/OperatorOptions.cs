using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Ashlar.Kernel;

/// <summary>What operators say on the command line of a system.</summary>
internal static class OperatorOptions
{
    public static bool IsJson(IConfiguration options) => options["format"] == "json";

    /// <summary>The value of an option that has to be there.</summary>
    public static string Required(IConfiguration options, string name, string what) => options[name] is { Length: > 0 } text
        ? text
        : throw new OperatorException($"Say with `--{name}` {what}.", exitCode: 2);

    /// <summary>Why, and who says so on this machine.</summary>
    public static string ReasonOf(IConfiguration options) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Required(options, "because", "the reason, which stays in the journal")} ({Environment.UserName}, command line)");
}
