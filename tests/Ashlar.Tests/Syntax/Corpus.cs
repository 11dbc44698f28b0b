using Ashlar.Core.Syntax;
using Ashlar.Core.Text;

namespace Ashlar.Tests.Syntax;

/// <summary>The model files that the properties of the front half are tried on.</summary>
internal static class Corpus
{
    private const string Prefix = "corpus/";

    public static IReadOnlyList<SourceFile> Files { get; } =
    [
        .. typeof(Corpus).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(Read),
    ];

    public static SyntaxTree Parse(string text) => Parser.Parse(new SourceFile("test.ashlar", text));

    /// <summary>The text that the tokens and the trivia before them cover, in order.</summary>
    public static string Print(SyntaxTree tree) => string.Concat(tree.Tokens.Select(token =>
        tree.Source.Slice(token.Trivia) + tree.Source.Slice(token.Span)));

    private static SourceFile Read(string name)
    {
        using var stream = typeof(Corpus).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return new SourceFile(name[Prefix.Length..], reader.ReadToEnd());
    }
}
