using System.CommandLine;
using Ashlar.Tool.Rendering;
using Ashlar.Tool.Serving.Rules;

namespace Ashlar.Tool.Commands;

/// <summary>`ashlar events`: what operators see of deliveries that fail, and do about them.</summary>
internal static class EventsCommand
{
    private static readonly string[] Tasks = ["list", "show", "retry", "drop"];

    private static readonly string[] Statuses = ["failed", "parked"];

    public static Command Create(Terminal terminal)
    {
        var output = new OutputOptions();
        var task = new Argument<string>("TASK") { Description = "What to do: " + string.Join(", ", Tasks) };
        task.AcceptOnlyFromAmong(Tasks);
        var path = SystemArgument.Create();
        var database = OperatorCall.Database();
        var status = new Option<string>("--status") { Description = "List those that are so: " + string.Join(", ", Statuses) };
        status.AcceptOnlyFromAmong(Statuses);
        var command = new DocumentedCommand(
            "events",
            "See which deliveries of events fail in a database, and try them again or give them up",
            new Example("ashlar events list shop --database shop.db", "what has failed, the oldest first"),
            new Example("ashlar events show shop --database shop.db --of 4711", "what an event says, and who has not had it"),
            new Example(
                "ashlar events retry shop --database shop.db --of 4711 --because \"the mail server is back\"",
                "what is parked"))
        {
            task, path, database, status,
            new Option<string>("--of") { Description = "The id of an event" },
            new Option<string>("--consumer") { Description = "The consumer with its module, as in Mailbox.ConfirmOrder" },
            new Option<string>("--because") { Description = "Why; it stays beside the event" },
        };
        OperatorCall.SetAction(
            command, terminal, output, new("events", "looking at events", EventsRefused.Because, task, path, database));
        return command;
    }
}
