using System.CommandLine;
using Ashlar.Tests.Architecture;
using Ashlar.Tool.Commands;

namespace Ashlar.Tests.Commands;

/// <summary>The page about the command line says what the commands are.</summary>
public sealed class CommandDocumentTests
{
    private static readonly string Page = Repository.Read("docs/cli.md");

    public static TheoryData<string> Commands() => new(Root().Subcommands.Select(command => command.Name));

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_has_its_section_with_all_of_its_options(string name)
    {
        var command = Root().Subcommands.Single(child => child.Name == name);
        var section = Page.Split("\n## ").SingleOrDefault(part => part.StartsWith($"ashlar {name}\n", StringComparison.Ordinal));
        Assert.True(section is not null, $"docs/cli.md has no section `ashlar {name}`");
        var own = command.Options.Select(option => option.Name).Except(["--json", "--format", "--help"]);
        Assert.All(own, option => Assert.Contains(option, section, StringComparison.Ordinal));
        Assert.Contains($"[`ashlar {name}`](#ashlar-{name})", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_section_is_a_command()
    {
        var sections = Page.Split("\n## ").Where(part => part.StartsWith("ashlar ", StringComparison.Ordinal));
        var commands = Root().Subcommands.Select(command => "ashlar " + command.Name);
        Assert.Equal(commands, sections.Select(part => part.Split('\n')[0]));
    }

    [Fact]
    public void The_exit_codes_are_those_of_the_tool()
    {
        var rows = string.Concat(ExitCode.All.Select(row => $"| {row.Code} | {row.Meaning} |\n"));
        Assert.Contains(rows, Page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_has_json_and_examples_that_it_can_read(string name)
    {
        var command = Assert.IsType<DocumentedCommand>(Root().Subcommands.Single(child => child.Name == name));
        Assert.Contains(command.Options, option => option.Name == "--json");
        Assert.NotEmpty(command.Examples);
        foreach (var example in command.Examples)
        {
            var words = example.Line.Split(" && ")[0].Split(" < ")[0]["ashlar ".Length..];
            var errors = Root().Parse(words).Errors.Select(error => error.Message);
            Assert.True(name == "explain" || !errors.Any(), $"{example.Line}: {string.Join("; ", errors)}");
        }
    }

    private static RootCommand Root() => CommandLine.Create(new Tool.Terminal(TextReader.Null, TextWriter.Null, TextWriter.Null));
}
