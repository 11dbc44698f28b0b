using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>A schedule that says no time, or none that the calendar has.</summary>
internal sealed class ScheduleForm : Rule
{
    public static TimeSpan Shortest => TimeSpan.FromMinutes(1);

    public static TimeSpan Longest => TimeSpan.FromDays(366);

    public static Diagnostic Unit(Site site, NameSyntax unit) =>
        Of(site, unit, $"nothing happens every `{unit.Text}`")
            .WithHelp("write a day, a week, a month or a duration, as in `every day at \"02:00\"` or `every 15m`");

    public static Diagnostic Length(Site site, SyntaxNode length) =>
        Of(site, length, "a schedule has between a minute and 366 days from one time to the next")
            .WithHelp("write a duration such as `15m`, `6h` or `14d`");

    public static Diagnostic Time(Site site, TextSyntax text) =>
        Of(site, text, $"`{text.Value}` is not a time of day")
            .WithHelp("write it with two digits each, as in `at \"02:00\"`");

    public static Diagnostic Weekday(Site site, NameSyntax name) =>
        Of(site, name, $"`{name.Text}` is no day of the week").Suggest(name.Text, Enum.GetNames<DayOfWeek>());

    public static Diagnostic Day(Site site, NumberSyntax number) =>
        Of(site, number, $"no month has a day {number.Value}")
            .WithHelp("write a day from 1 to 31; in a shorter month it is the last one");

    public static Diagnostic Missed(Site site, NameSyntax word) =>
        Of(site, word, $"`{word.Text}` says nothing of times that were missed")
            .WithHelp("write `missed run last`, `missed run all` or `missed skip`");

    private static Diagnostic Of(Site site, SyntaxNode at, string message) => Diagnostic.Of<ScheduleForm>(site.At(at), message);
}
