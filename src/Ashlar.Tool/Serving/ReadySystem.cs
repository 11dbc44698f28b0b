using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Text;
using Ashlar.Tool.Workspace;

namespace Ashlar.Tool.Serving;

/// <summary>A system that is checked, generated and compiled, or the findings that keep it from that.</summary>
internal sealed record ReadySystem(SystemBuild Build, ImmutableArray<Diagnostic> Findings, ImmutableArray<SourceFile> Shown)
{
    /// <summary>What was compiled; null where something stands against it.</summary>
    public CompiledSystem? Code { get; private init; }

    /// <summary>The checked model; null where something stands against it.</summary>
    public SystemModel? Model => Build.System.Compilation?.Model;

    [MemberNotNullWhen(true, nameof(Code), nameof(Model))]
    public bool IsReady => Code is not null && Model is not null;

    public static ReadySystem Of(SystemFolder folder)
    {
        RoslynLocation.Prepare();
        var build = SystemBuild.Of(folder);
        if (build.HasErrors || build.System.Compilation is not { } compiled)
        {
            return new(build, build.Findings, build.Shown);
        }

        var custom = CustomCode.Of(folder, compiled.Model);
        if (custom.HasErrors)
        {
            return new(build, custom.Problems, [.. build.Shown, .. custom.Shown]);
        }

        var code = new SystemCompiler(CompileCache.OfUser).Compile(folder.Root);
        return code.Problems.IsEmpty
            ? new(build, [], build.Shown) { Code = code }
            : new(build, code.Problems, code.Shown);
    }
}
