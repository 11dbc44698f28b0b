using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ashlar.Kernel;

/// <summary>
/// Brings one event to one consumer. Taking the delivery out of the queue and what the consumer does are one transaction:
/// whatever happens in between, both are done or neither.
/// </summary>
internal sealed class Deliverer(
    Database database,
    DeliveryQueue queue,
    Consumers consumers,
    Constraints constraints,
    KernelOptions options,
    SystemDescription system,
    TimeProvider time,
    IServiceProvider services,
    ILogger<Deliverer> log,
    IEventRelay? relay = null)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    private static readonly Statement Take = new(
        postgres: "select ashlar_take_delivery($1::tid, $2, $3)",
        sqlite: "delete from ashlar_deliveries where event_id = $2 and consumer = $3 returning $1 is not null");

    /// <summary>Makes a delivery that is due. When it is abandoned, nothing of it happened.</summary>
    public async Task DeliverAsync(Delivery delivery, CancellationToken abandoned)
    {
        if (relay is not null && delivery.Consumer == IEventRelay.Consumer)
        {
            await RelayAsync(relay, delivery, abandoned);
            return;
        }

        if (consumers.Find(delivery.Name, delivery.Consumer) is not { } consumer)
        {
            EventLog.Unknown(log, delivery);
            await queue.PutOffAsync(delivery, abandoned);
            return;
        }

        using var scope = log.BeginScope(new LogElement(consumer.Name));
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(abandoned);
        deadline.CancelAfter(options.DeliveryDeadline);
        if (await ProblemOfAsync(delivery, consumer, deadline.Token, abandoned) is { } problem)
        {
            await FailAsync(delivery, problem, abandoned);
            return;
        }

        await queue.CallNextAsync(delivery, abandoned);
    }

    /// <summary>
    /// Hands a delivery to the other side and then takes it out of the queue. No transaction waits for the other side; while
    /// that does not answer, the delivery stays, however often it was tried, and holds back its subject.
    /// </summary>
    private async Task RelayAsync(IEventRelay other, Delivery delivery, CancellationToken abandoned)
    {
        if (!await queue.ClaimAsync(delivery, abandoned))
        {
            return;
        }

        try
        {
            await other.PublishAsync(delivery, abandoned);
        }
        catch (UnavailableException)
        {
            // The relay has said so in the log, once.
            return;
        }

        await queue.RemoveAsync(delivery, abandoned);
        await queue.CallNextAsync(delivery, abandoned);
    }

    private async Task<Problem?> ProblemOfAsync(
        Delivery delivery, Consumer consumer, CancellationToken deadline, CancellationToken abandoned)
    {
        var passwords = new PasswordWork(services, address: "");
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(delivery, consumer, passwords, deadline) is { } refusal ? new(refusal.Code) : null;
            }
            catch (PasswordPendingException)
            {
                passwords.Complete();
                attempt--;
            }
            catch (Exception e) when (Conflict.Is(e) && attempt < Conflict.MostAttempts)
            {
                await Conflict.PauseAsync(attempt, abandoned);
            }
            catch (ConstraintViolationException e)
            {
                return new(constraints.Explain(e).Code, e);
            }
            catch (OperationCanceledException e) when (deadline.IsCancellationRequested && !abandoned.IsCancellationRequested)
            {
                return new("timeout", e);
            }
            catch (Exception e) when (!abandoned.IsCancellationRequested && IsOfHandler(e))
            {
                return new(e.GetType().Name, e);
            }
        }
    }

    private async Task<Refusal?> TryAsync(
        Delivery delivery, Consumer consumer, PasswordWork passwords, CancellationToken deadline)
    {
        await using var scope = services.CreateAsyncScope();
        await using var session = await database.BeginSerializableAsync(deadline);
        if (await session.FlagAsync(Take, delivery.Place, delivery.Event, delivery.Consumer) is not true)
        {
            // Somebody else did it, or touched it: then it is still due.
            return null;
        }

        using var body = JsonDocument.Parse(delivery.Body);
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        var work = new UnitOfWork(
            session, Caller.Nobody, now, system.Zone, scope.ServiceProvider, passwords, new(sent: null, lifetime: null),
            deadline);
        var refusal = await consumer.Handle(work, body.RootElement);
        if (refusal is null)
        {
            await session.CommitAsync();
            work.Committed();
        }

        return refusal;
    }

    private async Task FailAsync(Delivery delivery, Problem problem, CancellationToken abandoned)
    {
        var isParked = delivery.Attempts + 1 >= options.DeliveryAttempts;
        await queue.FailAsync(
            delivery, isParked ? null : time.GetUtcNow() + PauseAfter(delivery.Attempts + 1), problem.Code, abandoned);
        if (isParked)
        {
            EventLog.Parked(log, delivery, problem);
        }
        else
        {
            EventLog.Failed(log, delivery, problem);
        }
    }

    // One second, then twice as long each time; a random part less, so that what failed together is not tried together.
    private static TimeSpan PauseAfter(int attempts)
    {
        var longest = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, attempts - 1), LongestPause.TotalSeconds));
        return longest * (1 - (Random.Shared.NextDouble() / 2));
    }

    // A database that does not answer is no fault of the delivery, which stays due.
    private static bool IsOfHandler(Exception e) => !Conflict.Is(e) && !Unavailability.Is(e);
}
