using System.Text.RegularExpressions;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Tests.Diagnostics;

/// <summary>The rules for the wording and the place of a finding, as far as a machine can check them.</summary>
internal static partial class MessageStyle
{
    private const int LongestMessage = 100;

    public static IEnumerable<string> Of(Diagnostic found, IReadOnlyList<SourceFile> files) =>
        Message(found.Message)
            .Concat(Line("label", found.Label))
            .Concat(found.Related.SelectMany(related => Line("label", related.Label)))
            .Concat(found.Helps.SelectMany(help => Help(help, files)))
            .Concat(found.Fixes.SelectMany(FixOf))
            .Concat(Place(found.Location, files))
            .Concat(found.Related.SelectMany(related => Place(related.Location, files)));

    private static IEnumerable<string> Message(string message)
    {
        foreach (var complaint in Line("message", message))
        {
            yield return complaint;
        }

        if (message.Length is 0 or > LongestMessage)
        {
            yield return $"the message has {message.Length} characters: {message}";
        }

        if (AdviceWord().Match(Plain(message)) is { Success: true } advice)
        {
            yield return $"the message advises (`{advice.Value}`), which belongs in a help: {message}";
        }
    }

    private static IEnumerable<string> Line(string what, string text)
    {
        var plain = Plain(text);
        if (text.Length > 0 && !char.IsLower(text[0]) && !char.IsDigit(text[0]) && text[0] != '`')
        {
            yield return $"the {what} starts neither lower-case nor with a backtick: {text}";
        }

        if (text.EndsWith('.') || text.Contains('\n', StringComparison.Ordinal))
        {
            yield return $"the {what} ends with a full stop or has several lines: {text}";
        }

        if (RudeWord().Match(plain) is { Success: true } rude)
        {
            yield return $"the {what} says `{rude.Value}`: {text}";
        }

        if (NameWord().Match(plain) is { Success: true } name)
        {
            yield return $"the {what} has the name `{name.Value}` without backticks: {text}";
        }
    }

    private static IEnumerable<string> Help(string help, IReadOnlyList<SourceFile> files)
    {
        foreach (var complaint in Line("help", help))
        {
            yield return complaint;
        }

        if (!HelpWords.Starts(help))
        {
            yield return $"the help does not start with a verb that we know: {help}";
        }

        foreach (var name in Quoted().Matches(help).Select(match => match.Groups["text"].Value).Where(IsName))
        {
            if (!name.Split('.').All(part => files.Any(file => file.Text.Contains(part, StringComparison.Ordinal)))
                && !HelpWords.IsOfTheLanguage(name))
            {
                yield return $"the help names `{name}`, which is nowhere in the model: {help}";
            }
        }
    }

    private static IEnumerable<string> FixOf(Fix fix)
    {
        if (fix.Title.Length == 0 || fix.Edits.IsEmpty)
        {
            yield return $"a fix has no title or no edit: {fix.Title}";
        }

        foreach (var complaint in Line("fix", fix.Title))
        {
            yield return complaint;
        }
    }

    private static IEnumerable<string> Place(Location place, IReadOnlyList<SourceFile> files)
    {
        var file = files.FirstOrDefault(file => file.Path == place.Path);
        if (file is null)
        {
            yield return $"the finding points into `{place.Path}`, which is no file of the model";
        }
        else if (place.Span.Start < 0 || place.Span.End > file.Text.Length)
        {
            yield return "the finding points outside the file";
        }
        else if (place.Span.Length == 0)
        {
            yield return "the marked text is empty";
        }
        else if (DeclarationLine().Count(file.Slice(place.Span)) > 1)
        {
            yield return "the marked text is longer than one construct";
        }
    }

    private static string Plain(string text) => Quoted().Replace(text, "");

    private static bool IsName(string text) => IdentifierText().IsMatch(text);

    [GeneratedRegex("`(?<text>[^`]*)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_.]*$")]
    private static partial Regex IdentifierText();

    [GeneratedRegex(@"\b(illegal|invalid|bad|please|sorry|oops|you|your|must not)\b", RegexOptions.IgnoreCase)]
    private static partial Regex RudeWord();

    [GeneratedRegex(@"\b(add|remove|rename|replace|insert|fix|consider|should|try|instead)\b|(^|[,;:] *)(use|write|declare)\b")]
    private static partial Regex AdviceWord();

    /// <summary>A word with a capital letter, except acronyms and the names of databases and languages.</summary>
    [GeneratedRegex(@"\b(?!(?:API|SQL|JSON|URL|HTTP|UTF|UTC|IANA|NFC|PostgreSQL|SQLite|OpenID|C)\b)[A-Za-z]*[A-Z][A-Za-z]*\b")]
    private static partial Regex NameWord();

    [GeneratedRegex(@"^(public +)?(system|module|role|type|enum|entity|function|shape|api|sample)\b", RegexOptions.Multiline)]
    private static partial Regex DeclarationLine();
}
