using System.CommandLine;
using System.CommandLine.Parsing;
using Ashlar.Core.Diagnostics;

namespace Ashlar.Tool.Commands;

/// <summary>A command line that cannot be read: said in the form of a finding, with the nearest word that would do.</summary>
internal static class UsageReport
{
    private const char Separator = '\u001f';

    /// <summary>Carries the advice through the parser's own list of errors.</summary>
    public static string Line(string message, string help) => message + Separator + help;

    public static int Write(Terminal terminal, ParseResult parsed) =>
        Write(terminal, [.. Problems(parsed).DistinctBy(problem => problem.Message)]);

    public static int Write(Terminal terminal, params IReadOnlyList<(string Message, string Help)> problems)
    {
        foreach (var (message, help) in problems)
        {
            terminal.Error.WriteLine($"error[usage]: {message}");
            terminal.Error.WriteLine($" = help: {help}");
        }

        return ExitCode.Usage;
    }

    /// <summary>Misspelt options that the parser took for the value of an argument.</summary>
    public static IEnumerable<string> StrayOptions(ParseResult parsed) =>
        parsed.Tokens.Any(token => token.Type == TokenType.DoubleDash)
            ? []
            : parsed.CommandResult.Children.OfType<ArgumentResult>()
                .SelectMany(argument => argument.Tokens)
                .Select(token => token.Value)
                .Where(token => token.StartsWith('-') && token.Length > 1);

    private static IEnumerable<(string Message, string Help)> Problems(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var unknown = parsed.UnmatchedTokens.Concat(StrayOptions(parsed))
            .Select(token => (Unknown(command, token), Advice(command, token)))
            .ToList();
        var own = parsed.Errors.Select(error => error.Message)
            .Where(message => message.Contains(Separator, StringComparison.Ordinal))
            .Select(message => (message.Split(Separator)[0], message.Split(Separator)[1]))
            .ToList();
        return unknown.Count > 0 ? unknown.Take(1)
            : own.Count > 0 ? own
            : parsed.Errors.Select(error => (Plain(error), $"read `{NameOf(command)} --help`"));
    }

    private static string Unknown(Command command, string token) => token.StartsWith('-')
        ? $"`{NameOf(command)}` has no option `{token}`"
        : command.Subcommands.Count > 0
            ? $"no command is named `{token}`"
            : $"`{NameOf(command)}` does not take `{token}`";

    private static string Advice(Command command, string token)
    {
        var words = command.Subcommands.Select(child => child.Name)
            .Concat(Options(command).Select(option => option.Name))
            .Where(word => word.StartsWith('-') == token.StartsWith('-'));
        var near = NearestNames.Of(token, words);
        return near.Count > 0 ? $"use `{string.Join("` or `", near)}`" : $"read `{NameOf(command)} --help`";
    }

    private static IEnumerable<Option> Options(Command command) =>
        command.Options.Concat(command.Parents.OfType<Command>().SelectMany(parent => parent.Options)
            .Where(option => option.Recursive));

    private static string NameOf(Command command) => command is RootCommand ? "ashlar" : $"ashlar {command.Name}";

    private static string Plain(ParseError error) =>
        error.Message.ReplaceLineEndings(" ").TrimEnd('.').Replace('\'', '`') is [var first, .. var rest]
            ? char.ToLowerInvariant(first) + rest
            : "this command line cannot be read";
}
