using System.CommandLine;
using Ashlar.Tool.Rendering;
using Ashlar.Tool.Workspace;

namespace Ashlar.Tool.Commands;

/// <summary>`ashlar new`: a folder with a small system to start from. It asks nothing.</summary>
internal static class NewCommand
{
    public static Command Create(Terminal terminal)
    {
        var output = new OutputOptions();
        var name = new Argument<string>("NAME")
        {
            Description = "The folder to make; its last part names the system. `.` is this folder",
        };
        var command = new DocumentedCommand(
            "new",
            "Make a folder with a small system to start from; asks nothing",
            new Example("ashlar new shop", "make `shop/` with the system `Shop`"),
            new Example("ashlar new . && ashlar run", "make it here, and serve it"))
        {
            name,
        };
        output.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(name) is { } folder && NameOf(folder) is null)
            {
                result.AddError(UsageReport.Line(
                    $"`{folder}` does not name a system",
                    "use letters and digits, beginning with a letter; `-` joins words"));
            }
        });
        command.SetAction(parsed => output.Write(terminal, parsed, Make(parsed.GetRequiredValue(name))));
        return command;
    }

    private static SystemName? NameOf(string folder) =>
        SystemName.Of(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))));

    private static Answer Make(string path)
    {
        var name = NameOf(path) ?? throw new InvalidOperationException("the name was checked before");
        var folder = new SystemFolder(Path.GetFullPath(path));
        if (NewSystem.Create(folder, name) is { } problem)
        {
            return new Answer("new") { Findings = [problem], Sources = new SourceMap([], folder.Display) };
        }

        var built = BuildCommand.Build("new", folder);
        return built.HasErrors ? built : built with { Text = NextSteps(folder, name) };
    }

    private static string NextSteps(SystemFolder folder, SystemName name)
    {
        // The script of a checkout says how it was started.
        var ashlar = Environment.GetEnvironmentVariable("ASHLAR_COMMAND") is { Length: > 0 } command ? command : "ashlar";
        var place = folder.Display(".");
        var model = folder.Display($"{SystemFolder.ModelFolder}/{name.FileName}.ashlar");
        return $"""
            {name.Identifier} is in {place}: the model is {model}, the rest is generated from it

              {ashlar} run {place}     serve it, reload on edit
              {ashlar} test {place}    play its scenario
              {ashlar} check {place}   check the model after a change

            """.ReplaceLineEndings("\n");
    }
}
