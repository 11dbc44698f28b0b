namespace Ashlar.Kernel;

/// <summary>Work in one transaction.</summary>
public sealed partial class Call
{
    /// <summary>
    /// Runs the work as if no other ran at the same time. What answers a reply is committed, what answers a refusal is undone.
    /// When the database says that the work conflicts with another, all of it runs again, a bounded number of times.
    /// </summary>
    public async Task<IReply> TransactAsync(Func<UnitOfWork, Task<IReply>> work)
    {
        var wasProven = _proof is { IsGiven: true };
        for (var attempt = 1; attempt <= Conflict.MostAttempts; attempt++)
        {
            if (attempt > 1)
            {
                await Conflict.PauseAsync(attempt, Deadline);
            }

            _token.Undo();
            if (!wasProven)
            {
                // What was proven in a transaction that is undone has to be proven again.
                _proof?.Withdraw();
            }

            try
            {
                return await TransactOnceAsync(work);
            }
            catch (PasswordPendingException)
            {
                // Nothing of it happened, nor is it an attempt: a request has only so many passwords.
                _passwords.Complete();
                attempt--;
            }
            catch (Exception e) when (Conflict.Is(e))
            {
                // Nothing of it happened.
            }
        }

        return Refusal.Unavailable;
    }

    private async Task<IReply> TransactOnceAsync(Func<UnitOfWork, Task<IReply>> work)
    {
        if (_kept is not null)
        {
            throw new InvalidOperationException("A request with a key has one transaction, and one is open already.");
        }

        await using var session = await OpenAsync(_database.BeginSerializableAsync(Deadline));
        var unit = new UnitOfWork(session, Caller, Now, _zone, Http.RequestServices, _passwords, _token, Deadline);
        var reply = await work(unit);
        if (reply is Refusal)
        {
            _token.Undo();
            return reply;
        }

        if (!await StoreAsync(session, reply))
        {
            // Another request with the key was faster.
            return Refusal.Unavailable;
        }

        await session.CommitAsync();
        _isAnswered = IsKeyed;
        unit.Committed();
        return reply;
    }
}
