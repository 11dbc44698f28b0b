namespace Ashlar.Kernel;

/// <summary>The session of one request: the one that its token names, or the one that it starts.</summary>
/// <param name="sent">The token that came with the request.</param>
/// <param name="lifetime">How long a session lasts that it starts; null for what the settings say.</param>
internal sealed class RequestToken(string? sent, TimeSpan? lifetime)
{
    private string? _started;

    /// <summary>How long a session lasts that the request starts.</summary>
    public TimeSpan? Lifetime => lifetime;

    /// <summary>Whom the request signed in.</summary>
    public Caller? Account { get; private set; }

    /// <summary>Whether the answer holds the token, so that it is never stored.</summary>
    public bool IsShown { get; private set; }

    /// <summary>The token for the answer.</summary>
    public string? Show()
    {
        var token = _started ?? sent;
        IsShown |= token is not null;
        return token;
    }

    public void Start(string token, Caller account)
    {
        _started = token;
        Account = account;
    }

    /// <summary>Forgets what a transaction that is undone did.</summary>
    public void Undo()
    {
        _started = null;
        Account = null;
        IsShown = false;
    }
}
