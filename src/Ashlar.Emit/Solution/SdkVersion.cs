using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Solution;

/// <summary>`global.json`.</summary>
internal static class SdkVersion
{
    public static IEnumerable<EmittedFile> Emit(Emission emission)
    {
        yield return Generated("global.json", Content());
    }

    private static Code Content() => Code.Of($$"""
        {
          "sdk": { "version": "10.0.100", "rollForward": "latestFeature" },
          "test": { "runner": "Microsoft.Testing.Platform" }
        }
        """);
}
