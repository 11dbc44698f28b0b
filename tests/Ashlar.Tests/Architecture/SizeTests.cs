namespace Ashlar.Tests.Architecture;

/// <summary>Small files are the ones that people and agents can hold whole.</summary>
public sealed class SizeTests
{
    private const int Lines = 400;
    private const int Columns = 130;

    [Fact]
    public void No_file_is_longer_than_400_lines_or_wider_than_130_columns() =>
        Findings.None(CodeFile.All.SelectMany(file => TooLarge(file.Path, Repository.Read(file.Path))));

    [Fact]
    public void A_planted_long_or_wide_file_is_found()
    {
        Assert.Empty(TooLarge("A.cs", string.Concat(Enumerable.Repeat("//\n", Lines))));
        Assert.Single(TooLarge("A.cs", string.Concat(Enumerable.Repeat("//\n", Lines + 1))));
        Assert.Single(TooLarge("A.cs", new string('/', Columns + 1)));
    }

    private static IEnumerable<string> TooLarge(string path, string text)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        if (lines.Length > Lines)
        {
            yield return $"{path} has {lines.Length} lines";
        }

        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length > Columns)
            {
                yield return $"{path}:{i + 1} has {lines[i].Length} columns";
            }
        }
    }
}
