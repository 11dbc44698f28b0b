namespace Ashlar.Emit;

/// <summary>Where the parts of a system are, relative to its folder.</summary>
internal static class Folders
{
    public static string Host(Emission emission) => $"src/{emission.Root}.Host";

    public static string Kernel(Emission emission) => $"src/{emission.Root}.Kernel";

    public static string Contracts(Emission emission) => $"src/{emission.Root}.Contracts";

    public static string Module(Emission emission, string module) => $"src/Modules/{emission.Root}.{module}";

    /// <summary>The project of the hand-written code of a module.</summary>
    public static string Slots(Emission emission, string module) => $"src/Slots/{emission.Root}.{module}.Slots";

    /// <summary>What reads hand-written code.</summary>
    public static string Guard(Emission emission) => $"src/{emission.Root}.Guard";

    public static string Tests(Emission emission) => $"tests/{emission.Root}.Tests";
}
