namespace Ashlar.Emit;

/// <summary>Where the parts of a system are, relative to its folder.</summary>
internal static class Folders
{
    public static string Host(Emission emission) => $"src/{emission.Root}.Host";

    public static string Kernel(Emission emission) => $"src/{emission.Root}.Kernel";

    public static string Contracts(Emission emission) => $"src/{emission.Root}.Contracts";

    public static string Module(Emission emission, string module) => $"src/Modules/{emission.Root}.{module}";

    public static string Tests(Emission emission) => $"tests/{emission.Root}.Tests";
}
