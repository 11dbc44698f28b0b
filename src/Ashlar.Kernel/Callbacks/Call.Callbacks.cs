namespace Ashlar.Kernel;

/// <summary>What an outside service starts has one effect, however often it is delivered.</summary>
public sealed partial class Call
{
    private static readonly Refusal DeliveryReused = new(
        "delivery-reused", 422, "The delivery was received with another body.");

    private Received? _received;

    /// <summary>
    /// Does the work of a delivery, and stores that it is done in the same commit. What has been done is answered as before;
    /// what was refused has done nothing, and is decided again.
    /// </summary>
    /// <param name="delivery">What tells the delivery from others.</param>
    /// <param name="work">What it does.</param>
    public async Task<IReply> OnceAsync<T>(T delivery, Func<UnitOfWork, Task<IReply>> work) where T : notnull
    {
        var received = _received ?? throw new InvalidOperationException("No outside service has sent this.");
        var delivered = received.Named(delivery);
        IReply reply;
        try
        {
            reply = await TransactAsync(unit => WorkOnceAsync(delivered, unit, work));
        }
        catch (ConstraintViolationException)
        {
            // What is in the way may be what the same delivery did, received at the same time.
            if (await FindDeliveryAsync(delivered) is { } known)
            {
                return known;
            }

            throw;
        }

        return reply is Refusal ? await FindDeliveryAsync(delivered) ?? reply : reply;
    }

    /// <summary>Takes note of what was sent and proven, and leaves it to be read.</summary>
    internal void Receive(Received received)
    {
        _received = received;
        Http.Request.Body = new MemoryStream(received.Body, writable: false);
    }

    private async Task<IReply> WorkOnceAsync(Delivered delivered, UnitOfWork unit, Func<UnitOfWork, Task<IReply>> work)
    {
        if (await StoredAnswer.FindAsync(unit.Session, delivered.Id, Now) is { } known)
        {
            return AnswerOf(delivered, known);
        }

        var reply = await work(unit);
        if (reply is Refusal)
        {
            return reply;
        }

        var answer = await StoredAnswer.OfAsync(reply, delivered.Fingerprint);
        return await answer.StoreAsync(unit.Session, delivered.Id, Now, Now + delivered.Memory) ? reply : Refusal.Unavailable;
    }

    private async Task<IReply?> FindDeliveryAsync(Delivered delivered)
    {
        await using var session = await ReadAsync();
        return await StoredAnswer.FindAsync(session, delivered.Id, Now) is { } known ? AnswerOf(delivered, known) : null;
    }

    private static IReply AnswerOf(Delivered delivered, StoredAnswer known) =>
        known.IsTo(delivered.Fingerprint) ? known : DeliveryReused;
}
