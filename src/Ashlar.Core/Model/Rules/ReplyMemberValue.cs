using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Rules;

/// <summary>A value that the reply does not have.</summary>
internal sealed class ReplyMemberValue : Rule
{
    public static Diagnostic Twice(Location at, Location first) =>
        Diagnostic.Of<ReplyMemberValue>(at, "the reply shows its rows a second time")
            .WithLabel("shown again")
            .WithRelated(first, "first shown here")
            .WithHelp("leave all but one of them out, or nest one shape in the other");

    public static Diagnostic NoList(Location at, string word) =>
        Diagnostic.Of<ReplyMemberValue>(at, $"only a list has a `{word}`")
            .WithLabel("there is one row")
            .WithHelp("write a shape, such as `BookPage of book`");

    public static Diagnostic NoNext(Location at) =>
        Diagnostic.Of<ReplyMemberValue>(at, "pages by offset have no `next`")
            .WithLabel("the following page is found by counting")
            .WithHelp("write `total`, or leave `by offset` out");

    public static Diagnostic WithoutRow(Location at) =>
        Diagnostic.Of<ReplyMemberValue>(at, "a reply without a row has no body")
            .WithLabel("stands beside no row")
            .WithHelp("leave the body out");

    public static Diagnostic TooLarge(Location at) =>
        Diagnostic.Of<ReplyMemberValue>(at, $"a number in a reply is at most {long.MaxValue}")
            .WithLabel("larger than any client reads")
            .WithHelp("write a smaller number, or a text");

    public static Diagnostic Alone(Location at, string word) =>
        Diagnostic.Of<ReplyMemberValue>(at, $"`{word}` alone is no reply")
            .WithLabel("a member of an object")
            .WithHelp($"write an object, such as `{{ items: BookCard of rows, {word}: {word} }}`");
}
