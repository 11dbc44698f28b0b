namespace Ashlar.Kernel;

/// <summary>The rule that a value breaks: a code of the closed set, and a sentence.</summary>
internal sealed record Fault(string Code, string Message)
{
    public static Fault Malformed(string wanted) => new("malformed", $"Send {wanted}.");

    public static Fault TooSmall(string least) => new("too-small", $"The smallest value is {least}.");

    public static Fault TooLarge(string most) => new("too-large", $"The largest value is {most}.");
}
