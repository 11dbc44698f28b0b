using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Emit;
using Ashlar.Tool.Serving.Rules;
using Ashlar.Tool.Workspace;

namespace Ashlar.Tool.Serving;

/// <summary>
/// A system that is served and follows its model: each edit is checked, generated, compiled and served, or refused while
/// the last good one goes on.
/// </summary>
internal sealed class LiveSystem(SystemFolder folder, ServeOptions options)
{
    private const int MostAddresses = 5;

    private readonly SystemCompiler _compiler = new(CompileCache.OfUser);
    private string _url = options.Url.Length > 0 ? options.Url : Addresses.Choose();
    private Edition? _current;

    /// <summary>
    /// Tells everything that happens until it is told to stop. When the first edition cannot be served, that is the end.
    /// </summary>
    public async IAsyncEnumerable<LiveEvent> Run([EnumeratorCancellation] CancellationToken stop)
    {
        // What was compiled before needs no compiler yet; the first edit will.
        using var watcher = new ModelWatcher(folder);
        var warm = CompileCache.OfUser.IsEmpty ? WarmUp() : null;
        yield return await Next(watcher, isReload: false);
        _ = warm ?? WarmUp();
        while (_current is { } serving && await Changed(watcher, serving, stop))
        {
            yield return await Next(watcher, isReload: true);
        }

        if (_current is { } last)
        {
            await last.Served.DisposeAsync();
        }
    }

    private static Task WarmUp() => Task.Run(SystemCompiler.WarmUp, CancellationToken.None);

    /// <summary>False when it is time to stop: somebody asked for it, or the system ended by itself.</summary>
    private static async Task<bool> Changed(ModelWatcher watcher, Edition serving, CancellationToken stop)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var change = watcher.Change(ended.Token);
        var first = await Task.WhenAny(change, serving.Served.Ended);
        await ended.CancelAsync();
        await Task.WhenAny(change);
        return first == change && change.IsCompletedSuccessfully;
    }

    private async Task<LiveEvent> Next(ModelWatcher watcher, bool isReload)
    {
        var clock = Stopwatch.StartNew();
        var build = SystemBuild.Of(folder);
        if (build.HasErrors || build.System.Compilation is not { } checkedModel)
        {
            return new LiveEvent.Refused(build.Findings, build.Shown, _current is not null);
        }

        foreach (var made in build.Files.Files.Where(file => file.Owner == FileOwner.Once))
        {
            watcher.HasMade(made.Path, made.Text);
        }

        var custom = CustomCode.Of(folder, checkedModel.Model);
        if (custom.HasErrors)
        {
            return new LiveEvent.Refused(custom.Problems, [.. build.Shown, .. custom.Shown], _current is not null);
        }

        var compiled = _compiler.Compile(folder.Root);
        if (!compiled.Problems.IsEmpty)
        {
            return new LiveEvent.Refused(compiled.Problems, compiled.Shown, _current is not null);
        }

        var settings = Fingerprint.OfSettings(folder);
        if (_current is { } now && now.Settings == settings && now.Compiled.Images.SequenceEqual(compiled.Images))
        {
            return new LiveEvent.Unchanged(checkedModel.Model);
        }

        if (await SettingsProblems(compiled, checkedModel.Model) is { IsEmpty: false } refusals)
        {
            return new LiveEvent.Refused(refusals, build.Shown, _current is not null);
        }

        var database = DatabaseChoice.Of(options.Database, build);
        return await Replace(compiled, database, build, checkedModel.Model) is { } refused
            ? refused
            : new LiveEvent.Serving(checkedModel.Model, _url, database.Display, clock.Elapsed, isReload)
            {
                Warnings = build.Findings,
                Shown = build.Shown,
            };
    }

    /// <summary>What the next one would refuse to start with, while the last good one still serves.</summary>
    private async Task<ImmutableArray<Diagnostic>> SettingsProblems(CompiledSystem compiled, SystemModel model)
    {
        if (_current is null || model.Configs.IsEmpty)
        {
            return [];
        }

        var problems = await SettingsCheck.Of(folder, compiled, HostSettings.Environment);
        return [.. problems.Select(problem => SettingRefused.Of(model, problem))];
    }

    /// <summary>Two systems cannot hold one port: the old one stops first, and comes back if the new one cannot.</summary>
    private async Task<LiveEvent.Refused?> Replace(
        CompiledSystem compiled, DatabaseChoice database, SystemBuild build, SystemModel model)
    {
        var old = _current;
        if (old is not null)
        {
            await old.Served.DisposeAsync();
        }

        switch (await Start(compiled, database))
        {
            case StartResult.Up up:
                _current = new Edition(compiled, database, up.System, Fingerprint.OfSettings(folder));
                return null;
            case StartResult.Down down:
                _current = old is null ? null : await Restart(old);
                return new LiveEvent.Refused([down.Problem], [], _current is not null);
            case StartResult.RefusedSettings settings:
                _current = old is null ? null : await Restart(old);
                var problems = settings.Problems.Select(problem => SettingRefused.Of(model, problem));
                return new LiveEvent.Refused([.. problems], build.Shown, _current is not null);
            case StartResult.RefusedSample refused:
                _current = old is null ? null : await Restart(old);
                return new LiveEvent.Refused([SampleRefused.By(model, refused.Constraint)], build.Shown, _current is not null);
            default:
                throw new UnreachableException();
        }
    }

    private async Task<Edition?> Restart(Edition old) =>
        await Start(old.Compiled, old.Database) is StartResult.Up up ? old with { Served = up.System } : null;

    /// <summary>An address that nobody named is only a wish: before the start, another program may take it.</summary>
    private async Task<StartResult> Start(CompiledSystem compiled, DatabaseChoice database)
    {
        var result = await StartAt(_url, compiled, database);
        for (var attempt = 1; attempt < MostAddresses && options.Url.Length == 0 && IsTaken(result); attempt++)
        {
            _url = Addresses.Choose();
            result = await StartAt(_url, compiled, database);
        }

        return result;
    }

    private Task<StartResult> StartAt(string url, CompiledSystem compiled, DatabaseChoice database)
    {
        var settings = HostSettings.Of(folder, compiled, url, database.Connection) with { IsQuiet = options.IsQuiet };
        return SystemStarter.Start(compiled, settings, database.Display);
    }

    private static bool IsTaken(StartResult result) =>
        result is StartResult.Down { Problem.Code: var code } && code == Rule.CodeOf(typeof(PortInUse));

    private sealed record Edition(CompiledSystem Compiled, DatabaseChoice Database, ServedSystem Served, string Settings);
}
