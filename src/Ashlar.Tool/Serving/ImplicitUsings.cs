namespace Ashlar.Tool.Serving;

/// <summary>The namespaces that the SDK imports into every file of a project.</summary>
internal static class ImplicitUsings
{
    private static readonly string[] Plain =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading",
        "System.Threading.Tasks",
    ];

    private static readonly string[] Web =
    [
        "System.Net.Http.Json", "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http",
        "Microsoft.AspNetCore.Routing", "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection",
        "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging",
    ];

    /// <summary>The same of a project that names nothing of its own.</summary>
    public static string Text => string.Concat(Plain.Select(name => $"global using {name};\n"));

    /// <summary>The file that the SDK would add to the project: its imports, and who sees its internals.</summary>
    public static string TextFor(ProjectFile project) =>
        string.Concat(Plain.Concat(project.IsWeb ? Web : []).Concat(project.Usings).Select(name => $"global using {name};\n"))
        + string.Concat(project.Friends.Select(friend =>
            $"[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"{friend}\")]\n"));
}
