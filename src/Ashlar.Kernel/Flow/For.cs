using System.Text.Json;

namespace Ashlar.Kernel;

/// <summary>An event that a step waits for.</summary>
/// <param name="Event">The name of the event.</param>
/// <param name="Key">What the event has to be about, known when the wait begins.</param>
/// <param name="Then">What comes of it, with the event as JSON.</param>
public sealed record For<TStep, TState>(
    string Event, Func<TState, string> Key, Func<Turn<TStep, TState>, JsonElement, ValueTask<Next>> Then)
    where TStep : struct, Enum
    where TState : class;
