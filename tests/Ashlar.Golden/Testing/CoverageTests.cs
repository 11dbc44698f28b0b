using Ashlar.Emit;
using Ashlar.Golden.Models;
using Ashlar.Golden.Trees;

namespace Ashlar.Golden.Testing;

/// <summary>Every operation and rule has its tests, or the generated system says that it has none.</summary>
public sealed class CoverageTests
{
    private static readonly FileSet Files = GoldenCase.Generate([Surgery.File]);

    [Theory]
    [InlineData("CreateAppointmentTests.cs")]
    [InlineData("UpdateAppointmentTests.cs")]
    public void Times_from_now_and_exclusive_ranges_are_tried(string name)
    {
        var tests = Text(Files, name);

        Assert.Contains("A_good_", tests, StringComparison.Ordinal);
        Assert.Contains("Expect(409, \"vet-busy\")", tests, StringComparison.Ordinal);
    }

    [Fact]
    public void The_tests_have_a_clock_of_their_own()
    {
        Assert.Contains("new TestClock(new DateTimeOffset(2026, 1, 15, 12, ", Text(Files, "World.cs"), StringComparison.Ordinal);
        Assert.Contains("Tested.With(World.Clock, World.FillAsync)", Text(Files, "RunningSystem.cs"), StringComparison.Ordinal);
        Assert.Contains("SystemHost.BuildAt(args, clock)", Text(Files, "Tested.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_is_left_out_there_is_no_list() => Assert.Null(Files.WhatTestsLeaveOut);

    [Fact]
    public void What_no_request_can_try_is_listed()
    {
        var files = GoldenCase.Generate([Surgery.Of("startsAt > now + 3650d")]);

        var list = Assert.IsType<EmittedFile>(files.WhatTestsLeaveOut);
        Assert.Equal("tests/Surgery.Tests/NotCovered.md", list.Path);
        Assert.Contains("- `POST /api/appointments`: no good request", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(files.Files, file => file.Path.EndsWith("CreateAppointmentTests.cs", StringComparison.Ordinal));
    }

    private static string Text(FileSet files, string name) =>
        files.Files.Single(file => file.Path.EndsWith("/" + name, StringComparison.Ordinal)).Text;
}
