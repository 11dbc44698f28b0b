using Ashlar.Emit.Text;

namespace Ashlar.Golden.Trees;

/// <summary>Generated C# is as narrow as C# written by hand.</summary>
public sealed class LineWidthTests
{
    private const int Widest = 130;

    public static TheoryData<string> Cases() => GoldenTests.Cases();

    [Theory]
    [MemberData(nameof(Cases))]
    public void No_line_of_code_is_wider_than_130_columns(string name)
    {
        var wide = GoldenCase.Of(name).Generate().Files
            .Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(file => file.Text.Split('\n').Where(line => line.Length > Widest).Select(line => $"{file.Path}: {line}"));

        Assert.Empty(wide);
    }

    [Fact]
    public void What_stands_in_a_raw_literal_is_left_as_it_is()
    {
        var text = $"var text =\n    \"\"\"\n    {new string('a', 80)}, f(1, 2) && {new string('b', 80)}\n    \"\"\";";

        Assert.Equal(text, LongLines.Wrap(text));
    }

    [Fact]
    public void A_text_is_broken_into_two_that_mean_the_same()
    {
        var words = string.Join(' ', Enumerable.Repeat("word", 40));

        var lines = LongLines.Wrap($"    [InlineData(\n        \"{words}\")]").Split('\n');

        Assert.Equal(3, lines.Length);
        var joined = string.Concat(lines[1..].Select(line => line.Trim()));
        Assert.Equal($"\"{words}\")]", joined.Replace("\"+ \"", "", StringComparison.Ordinal));
    }
}
