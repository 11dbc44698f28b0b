using Ashlar.Emit;
using Ashlar.Golden.Models;
using Ashlar.Golden.Trees;

namespace Ashlar.Golden.Apis;

/// <summary>What a statement writes it gives back; only what takes more is looked for afterwards.</summary>
public sealed class OneStatementTests
{
    private static readonly FileSet Files = GoldenCase.Generate([DropBox.File]);

    [Theory]
    [InlineData("Letter", false)]
    [InlineData("Parcel", true)]
    public void Only_a_shape_that_somebody_looks_for_can_be_found(string entity, bool isFound)
    {
        var shape = Text($"{entity}View.cs");

        Assert.Equal(isFound, shape.Contains("FindAsync(", StringComparison.Ordinal));
        Assert.Equal(isFound, shape.Contains("Statement Select ", StringComparison.Ordinal));
        Assert.Equal(isFound, Text($"Create{entity}.cs").Contains($"{entity}View.FindAsync(", StringComparison.Ordinal));
        Assert.Contains("public static " + entity + "View Read(Rows rows, int at)", shape, StringComparison.Ordinal);
    }

    private static string Text(string name) =>
        Files.Files.Single(file => file.Path.EndsWith("/" + name, StringComparison.Ordinal)).Text;
}
