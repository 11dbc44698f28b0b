using System.Globalization;
using Ashlar.Core.Text;
using Ashlar.Emit;

namespace Ashlar.Golden.Trees;

/// <summary>
/// The generated systems, read as product code: `ACCEPT=1` makes the committed trees what the generator writes.
/// </summary>
public sealed class GoldenTests
{
    public static TheoryData<string> Cases() => [.. GoldenCase.All.Select(found => found.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_committed_tree_is_what_the_generator_writes(string name)
    {
        var golden = GoldenCase.Of(name);
        var files = golden.Generate();
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            golden.Accept(files);
        }

        // What is written once is the example's own by now.
        var generated = files.Files.Where(file => file.Owner == FileOwner.Generated).ToList();
        Assert.Equal(generated.Select(file => file.Path), golden.CommittedPaths());
        Assert.All(generated, file => Assert.Equal(file.Text, golden.Committed(file.Path)));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_file_has_plain_line_ends_and_one_at_its_end(string name)
    {
        Assert.All(GoldenCase.Of(name).Generate().Files, file =>
        {
            Assert.DoesNotContain('\r', file.Text);
            Assert.True(file.Text.EndsWith('\n') && !file.Text.EndsWith("\n\n", StringComparison.Ordinal), file.Path);
            Assert.DoesNotContain(file.Text.Split('\n'), line => line.EndsWith(' '));
        });
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_same_model_gives_the_same_bytes_everywhere(string name)
    {
        var model = GoldenCase.Of(name).ModelFiles();
        var expected = Text(GoldenCase.Generate(model));

        Assert.Equal(expected, Text(GoldenCase.Generate(model)));
        Assert.Equal(expected, Text(GoldenCase.Generate(model.Reverse())));
        Assert.Equal(expected, Text(Elsewhere(model)));
    }

    [Fact]
    public void There_are_cases() => Assert.NotEmpty(GoldenCase.All);

    private static string Text(FileSet files) =>
        string.Join('\n', files.Files.Select(file => $"== {file.Path} {file.Owner}\n{file.Text}"));

    /// <summary>In a culture with another dotted i, decimal comma and calendar, half a world away.</summary>
    private static FileSet Elsewhere(IEnumerable<SourceFile> model)
    {
        var culture = CultureInfo.CurrentCulture;
        var zone = Environment.GetEnvironmentVariable("TZ");
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("tr-TR");
            Environment.SetEnvironmentVariable("TZ", "Pacific/Chatham");
            TimeZoneInfo.ClearCachedData();
            return GoldenCase.Generate(model);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
        }
    }
}
