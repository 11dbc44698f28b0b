using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Text;
using Ashlar.Emit;
using Ashlar.Tool.Workspace;

namespace Ashlar.Tool.Serving;

/// <summary>The hand-written code of a system, held to its slots and read by the guard. Nothing is written or run.</summary>
internal sealed record CustomCode
{
    public static CustomCode Fine { get; } = new();

    public ImmutableArray<Diagnostic> Problems { get; init; } = [];

    /// <summary>The C# files that problems point into.</summary>
    public ImmutableArray<SourceFile> Shown { get; init; } = [];

    public bool HasErrors => Problems.Any(found => found.IsError);

    public static CustomCode Of(SystemFolder folder, SystemModel model)
    {
        var unused = UnusedCustomCode.In(folder, model);
        if (model.Slots.IsEmpty)
        {
            return unused;
        }

        RoslynLocation.Prepare();
        var code = Check(folder, model);
        return new CustomCode { Problems = [.. unused.Problems, .. code.Problems], Shown = [.. unused.Shown, .. code.Shown] };
    }

    // Named from a method of its own, which is compiled after the place of the compiler is known.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static CustomCode Check(SystemFolder folder, SystemModel model) =>
        CustomCompiler.Check(folder, model, SystemEmitter.EmitSlots(model));
}
