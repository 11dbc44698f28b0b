namespace Ashlar.Kernel;

/// <summary>Brings public events to whoever listens outside of the system.</summary>
internal interface IEventRelay
{
    /// <summary>The consumer of such a delivery: nobody within the system.</summary>
    const string Consumer = "outside";

    /// <summary>The names of the events that go outside; none where nobody listens.</summary>
    IEnumerable<string> Events { get; }

    /// <summary>
    /// Hands the event over. When this returns, the other side has it for good; it may get it again, and then with the same id.
    /// </summary>
    /// <exception cref="UnavailableException">The other side does not answer, and may do so later.</exception>
    Task PublishAsync(Delivery delivery, CancellationToken cancellation);
}
