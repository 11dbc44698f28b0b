using Ashlar.Core;
using Ashlar.Core.Text;
using Ashlar.Tests.Architecture;

namespace Ashlar.Tests.Model;

public sealed class ExampleModelTests
{
    [Theory]
    [InlineData("bookshop")]
    [InlineData("helpdesk")]
    public void An_example_binds_without_a_finding(string name)
    {
        var folder = Path.Combine(Repository.Root, "examples", name, "model");
        var files = Directory
            .GetFiles(folder, "*.ashlar")
            .Select(path => new SourceFile(Path.GetFileName(path), File.ReadAllText(path)))
            .ToList();
        var compilation = Compilation.Create(files);
        Assert.Equal(
            "",
            string.Join(
                '\n',
                compilation.Diagnostics.Select(found =>
                    $"{found.Location.Path}:{Line(files, found)} {found.Code}: {found.Message}")));
        Assert.NotEmpty(compilation.Model.Entities);
    }

    private static int Line(List<SourceFile> files, Core.Diagnostics.Diagnostic found) =>
        files.Find(file => file.Path == found.Location.Path)?.PositionOf(found.Location.Span.Start).Line ?? 0;
}
