using System.Text.Json;

namespace Ashlar.Kernel;

/// <summary>Who acts when something has happened.</summary>
/// <param name="Event">The name of the event.</param>
/// <param name="Name">The name of the consumer, which stays the same from one version of the system to the next.</param>
/// <param name="Handle">
/// What it does in one transaction, by nobody's order; a refusal or an exception undoes it, and it is tried again later.
/// </param>
public sealed record Consumer(string Event, string Name, Func<UnitOfWork, JsonElement, Task<Refusal?>> Handle);
