using System.CommandLine;
using Ashlar.Tool.Rendering;
using Ashlar.Tool.Serving.Rules;

namespace Ashlar.Tool.Commands;

/// <summary>`ashlar flow`: what operators see of workflows in a database, and do about them.</summary>
internal static class FlowCommand
{
    private const string SomeId = "01890a5d-ac96-774b-bcce-b302099a8057";

    private static readonly string[] Tasks =
        ["list", "show", "retry", "skip", "jump", "undo", "cancel", "pause", "resume"];

    private static readonly string[] Statuses = ["running", "ended", "cancelled"];

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
            "flow",
            "See where the instances of workflows stand in a database, and do something about one",
            new Example("ashlar flow list shop --database shop.db", "the newest instances and where they stand"),
            new Example($"ashlar flow show shop --database shop.db --of {SomeId}", "what happened to one"),
            new Example(
                $"ashlar flow retry shop --database shop.db --of {SomeId} --because \"the bank is back\"",
                "what has stopped"))
        {
            task, path, database, status,
            new Option<string>("--workflow") { Description = "The workflow with its module, as in Ordering.Fulfilment" },
            new Option<string>("--of") { Description = "The id of an instance, or of a place where one stands" },
            new Option<string>("--to") { Description = "The step to which `jump` goes" },
            new Option<string>("--value") { Description = "The JSON with which `skip` goes on" },
            new Option<string>("--because") { Description = "Why; it stays in the journal" },
        };
        OperatorCall.SetAction(
            command, terminal, output, new("flow", "looking at workflows", FlowRefused.Because, task, path, database));
        return command;
    }
}
