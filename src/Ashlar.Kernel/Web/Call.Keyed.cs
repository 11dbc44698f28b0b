namespace Ashlar.Kernel;

/// <summary>What a request with an <c>Idempotency-Key</c> does, so that it has one effect however often it is sent.</summary>
public sealed partial class Call
{
    private static readonly Refusal KeyReused = new("key-reused", 422, "The key was sent with another request.");

    private Session? _kept;
    private bool _isUndone;
    private bool _isAnswered;

    /// <summary>Whether the request has a key.</summary>
    internal bool IsKeyed => _keyed is not null;

    /// <summary>
    /// The answer that is stored for the key, or what the handler answers, which is stored. Where another request with the key
    /// was faster, what the handler did is undone.
    /// </summary>
    internal async Task<IReply> AnswerOnceAsync(Handler handler)
    {
        if (_keyed is null)
        {
            return await handler(this);
        }

        await _keyed.ReadAsync(Deadline);
        if (await FindAnswerAsync() is { } known)
        {
            return known;
        }

        var reply = await handler(this);
        return reply is Refusal || _isAnswered || await KeepAsync(reply) ? reply : Refusal.Unavailable;
    }

    /// <summary>The answer that is stored for the key, or that it is another request's key; null when there is none.</summary>
    internal async Task<IReply?> FindAnswerAsync()
    {
        if (_keyed?.IdOf(_sender) is not { } id)
        {
            return null;
        }

        StoredAnswer? answer;
        await using (var session = await ReadAsync())
        {
            answer = await StoredAnswer.FindAsync(session, id, Now);
        }

        if (answer is null)
        {
            return null;
        }

        return answer.IsTo(await _keyed.FingerprintAsync(Deadline)) ? answer : KeyReused;
    }

    /// <summary>Undoes what is not committed.</summary>
    internal async ValueTask UndoAsync()
    {
        if (_kept is { } session)
        {
            _kept = null;
            await session.DisposeAsync();
        }
    }

    /// <summary>Takes note of an upload that was read.</summary>
    internal void Note(byte[] upload) => _keyed?.Note(upload);

    private async ValueTask<Session> KeepAsync(Action? undo)
    {
        _kept ??= await OpenAsync(_database.BeginAsync(Deadline));
        return new KeptSession(_kept, undo);
    }

    // Stores the answer with what was changed, and commits both.
    private async Task<bool> KeepAsync(IReply reply)
    {
        if (_isUndone)
        {
            await UndoAsync();
        }

        await KeepAsync(undo: null);
        if (_kept is null || !await StoreAsync(_kept, reply))
        {
            return false;
        }

        await _kept.CommitAsync();
        return true;
    }

    private async Task<bool> StoreAsync(Session session, IReply reply)
    {
        if (_keyed is null || _token.IsShown)
        {
            // An answer that holds a token is not stored: then the request is another one each time.
            return true;
        }

        var answer = await StoredAnswer.OfAsync(reply, await _keyed.FingerprintAsync(Deadline));
        return _keyed.IdOf(_sender) is { } id && await answer.StoreAsync(session, id, Now, Now + _answerLifetime);
    }
}
