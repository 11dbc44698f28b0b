using System.Collections.Immutable;
using Ashlar.Core;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;

namespace Ashlar.Tool.Workspace;

/// <summary>
/// Applies fixes and compiles again until nothing is left to fix: one fix can lay open the next finding. All fixes of a
/// round are tried together; where the text then reads worse than before, several of them answered to one cause, and
/// only the first one is applied.
/// </summary>
internal sealed class FixLoop(FixScope scope, bool isRisky, Func<Compilation, IEnumerable<Diagnostic>> further)
{
    /// <summary>Fixes that chase each other must not go on for ever.</summary>
    private const int MostRounds = 200;

    public (ImmutableArray<SourceFile> Files, int Applied) Run(ImmutableArray<SourceFile> files, Compilation compilation)
    {
        var state = new State(files, compilation, [.. compilation.Diagnostics, .. further(compilation)], Applied: 0);
        var tried = new HashSet<Diagnostic>();
        for (var round = 0; round < MostRounds; round++)
        {
            var wanted = state.Found.Where(found => scope.Covers(found, state.Files) && !tried.Contains(found)).ToList();
            if (Apply(state, wanted) is { } all && all.Misread.IsSubsetOf(state.Misread))
            {
                state = all;
                continue;
            }

            if (wanted.Find(HasFix) is not { } first)
            {
                break;
            }

            state = Apply(state, [first]) is { } one && one.Misread.Count <= state.Misread.Count ? one : state;
            tried.Add(first);
        }

        return (state.Files, state.Applied);
    }

    /// <summary>Null where there was nothing to apply.</summary>
    private State? Apply(State state, IReadOnlyList<Diagnostic> wanted)
    {
        var result = isRisky
            ? FixApplier.ApplyAll(state.Files, wanted)
            : FixApplier.ApplySafe(state.Files, wanted);
        if (result.Applied.IsEmpty)
        {
            return null;
        }

        var compilation = Compilation.Create(result.Files);
        return new State(
            result.Files,
            compilation,
            [.. compilation.Diagnostics, .. further(compilation)],
            state.Applied + result.Applied.Length);
    }

    private bool HasFix(Diagnostic found) => found.Fixes.Any(fix =>
        fix.Safety == FixSafety.Safe || (isRisky && fix.Safety == FixSafety.Unsafe));

    private sealed record State(
        ImmutableArray<SourceFile> Files, Compilation Compilation, ImmutableArray<Diagnostic> Found, int Applied)
    {
        /// <summary>What the parser stumbled over, without the places, which every edit before them moves.</summary>
        public ImmutableHashSet<string> Misread { get; } =
        [
            .. Compilation.Trees.SelectMany(tree => tree.Diagnostics)
                .Select(found => $"{found.Location.Path}\n{found.Code}\n{found.Message}"),
        ];
    }
}
