using System.Text.Json.Nodes;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Workflows;

namespace Ashlar.Emit.OpenApi;

/// <summary>The tasks of workflows: to find, claim, release and complete them.</summary>
internal static class TaskPaths
{
    public static void AddTo(JsonObject paths, Emission emission, Api api)
    {
        if (!api.HasTasks)
        {
            return;
        }

        paths[$"{api.Path}/tasks"] = new JsonObject
        {
            ["get"] = Operation(
                "listTasks", "Lists the open tasks of the caller's roles that nobody else has claimed, the oldest first.",
                new JsonObject { ["200"] = Tasks() }, 401),
        };
        paths[$"{api.Path}/tasks/{{id}}/claim"] = new JsonObject
        {
            ["parameters"] = new JsonArray(Id()),
            ["post"] = Operation("claimTask", "Keeps a task for the caller.", Done("It is the caller's."), 401, 404),
        };
        paths[$"{api.Path}/tasks/{{id}}/release"] = new JsonObject
        {
            ["parameters"] = new JsonArray(Id()),
            ["post"] = Operation("releaseTask", "Gives back a task of the caller.", Done("It is free."), 401, 404),
        };
        var complete = Operation(
            "completeTask", "Answers a task, so that its workflow goes on.", Done("The workflow goes on."), 400, 401, 404);
        complete["requestBody"] = new JsonObject
        {
            ["required"] = true,
            ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = Answers(emission) } },
        };
        paths[$"{api.Path}/tasks/{{id}}/complete"] = new JsonObject
        {
            ["parameters"] = new JsonArray(Id()),
            ["post"] = complete,
        };
    }

    private static JsonObject Id() => new() { ["$ref"] = "#/components/parameters/id" };

    private static JsonObject Operation(string id, string summary, JsonObject responses, params ReadOnlySpan<int> refusals)
    {
        ProblemResponses.AddShared(responses, refusals);
        return new JsonObject
        {
            ["operationId"] = id,
            ["summary"] = summary,
            ["tags"] = new JsonArray("Tasks"),
            ["responses"] = responses,
            ["security"] = new JsonArray(new JsonObject { ["bearer"] = new JsonArray() }),
        };
    }

    private static JsonObject Done(string description) => new()
    {
        ["204"] = new JsonObject { ["description"] = description },
        ["409"] = ProblemResponses.Response(
            "The task is closed, or somebody else has claimed it.", ["task-closed", "task-claimed"]),
    };

    /// <summary>One of the forms that the tasks of the workflows ask for.</summary>
    private static JsonObject Answers(Emission emission)
    {
        var names = new SchemaNames(emission.Model);
        var forms = emission.Model.Workflows
            .SelectMany(workflow => workflow.Steps, (workflow, step) => (workflow, step))
            .SelectMany(pair => pair.step.Work is TaskWork task
                ? new JsonNode[] { Form(names, $"{pair.workflow.Name}.{pair.step.Name}", task) }
                : []);
        return new JsonObject { ["anyOf"] = new JsonArray([.. forms]) };
    }

    private static JsonObject Form(SchemaNames names, string step, TaskWork task)
    {
        var required = task.Asks.Where(WritableFields.IsRequired).Select(field => (JsonNode)field.Name).ToArray();
        var properties = new JsonObject();
        foreach (var field in task.Asks)
        {
            properties[field.Name] = FieldSchema.Of(names, field);
        }

        var form = new JsonObject { ["type"] = "object", ["title"] = step, ["properties"] = properties };
        if (required.Length > 0)
        {
            form["required"] = new JsonArray(required);
        }

        form["additionalProperties"] = false;
        return form;
    }

    private static JsonObject Tasks() => new()
    {
        ["description"] = "The tasks.",
        ["content"] = new JsonObject
        {
            ["application/json"] = new JsonObject
            {
                ["schema"] = new JsonObject
                {
                    ["type"] = "object",
                    ["properties"] = new JsonObject
                    {
                        ["items"] = new JsonObject { ["type"] = "array", ["items"] = Task() },
                    },
                    ["required"] = new JsonArray("items"),
                },
            },
        },
    };

    private static JsonObject Task()
    {
        var properties = new JsonObject();
        foreach (var (name, format, isOptional) in Members)
        {
            var type = isOptional ? (JsonNode)new JsonArray("string", "null") : "string";
            properties[name] = format.Length == 0
                ? new JsonObject { ["type"] = type }
                : new JsonObject { ["type"] = type, ["format"] = format };
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. Members.Select(member => (JsonNode)member.Name)]),
        };
    }

    private static (string Name, string Format, bool IsOptional)[] Members { get; } =
    [
        ("id", "uuid", false), ("workflow", "", false), ("step", "", false), ("instance", "uuid", false), ("role", "", false),
        ("title", "", false), ("claimedBy", "uuid", true), ("openedAt", "date-time", false), ("dueAt", "date-time", true),
    ];
}
