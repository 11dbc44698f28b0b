using System.CommandLine;
using Ashlar.Tool.Rendering;
using Ashlar.Tool.Workspace;

namespace Ashlar.Tool.Commands;

/// <summary>The argument that says which system a command is about, and answers that begin with one.</summary>
internal static class SystemArgument
{
    public static Argument<string> Create() => new("PATH")
    {
        Description = "The folder of a system, or one of its files",
        DefaultValueFactory = _ => ".",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static SourceMap SourcesOf(CheckedSystem system) => new(system.Files, system.Folder.Display);

    /// <summary>An answer with all findings of a system.</summary>
    public static Answer AnswerOf(string command, CheckedSystem system) => new(command)
    {
        Findings = system.Findings,
        Sources = SourcesOf(system),
    };
}
