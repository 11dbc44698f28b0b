using Microsoft.Extensions.DependencyInjection;

namespace Ashlar.Kernel;

/// <summary>One transaction, and who acts in it when.</summary>
public sealed partial class UnitOfWork
{
    private readonly IServiceProvider _services;
    private readonly string _zone;
    private readonly PasswordWork _passwords;
    private readonly RequestToken _token;

    private Action? _afterCommit;

    internal UnitOfWork(
        Session session, Caller caller, DateTimeOffset now, string zone, IServiceProvider services, PasswordWork passwords,
        RequestToken token, CancellationToken deadline)
    {
        _passwords = passwords;
        _token = token;
        _services = services;
        _zone = zone;
        Session = session;
        Caller = caller;
        Now = now;
        Deadline = deadline;
    }

    /// <summary>The transaction. Whoever began the work commits it or undoes it.</summary>
    public Session Session { get; }

    /// <summary>Who acts.</summary>
    public Caller Caller { get; }

    /// <summary>The moment of the work, to the millisecond: one request has one, also where its work runs again.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The day of the work in the zone of the system.</summary>
    public DateOnly Today => Times.DateOf(Now, _zone);

    /// <summary>Cancelled when the time of the work is over.</summary>
    public CancellationToken Deadline { get; }

    /// <summary>A new identifier for a row, in the order of creation.</summary>
    public Guid NewId() => Guid.CreateVersion7(Now);

    /// <summary>The next number of a sequence. On PostgreSQL it is taken for good, also when the work is undone.</summary>
    public ValueTask<long> NextAsync(Statement next) => Session.NextAsync(next);

    /// <summary>The public actions of another module.</summary>
    public T Action<T>() where T : class => Service<T>();

    /// <summary>The values of a configuration of the model.</summary>
    public T Settings<T>() where T : class => Service<T>();

    internal T Service<T>() where T : class => _services.GetRequiredService<T>();

    /// <summary>Adds what is done once the work is committed.</summary>
    internal void AfterCommit(Action then) => _afterCommit += then;

    /// <summary>Whoever committed the work says so.</summary>
    internal void Committed() => _afterCommit?.Invoke();
}
