namespace Ashlar.Tests.Syntax;

public sealed class ParserTests
{
    [Fact]
    public void The_corpus_has_no_findings()
    {
        Assert.NotEmpty(Corpus.Files);
        foreach (var file in Corpus.Files)
        {
            var found = Ashlar.Core.Syntax.Parser.Parse(file).Diagnostics;
            Assert.Equal("", string.Join("\n", found.Select(one => $"{file.Path}:{file.PositionOf(one.Location.Span.Start).Line} {one.Code}: {one.Message}")));
        }
    }
}
