using Ashlar.Emit.Text;

namespace Ashlar.Emit;

/// <summary>How emitters make files: LF line ends and one at the end.</summary>
internal static class EmittedFiles
{
    public static EmittedFile Generated(string path, Code content)
    {
        var isCSharp = path.EndsWith(".cs", StringComparison.Ordinal);
        return new(path, (isCSharp ? LongLines.Wrap(content.Text) : content.Text) + "\n", FileOwner.Generated);
    }

    public static EmittedFile Once(string path, Code content) => new(path, content.Text + "\n", FileOwner.Once);
}
