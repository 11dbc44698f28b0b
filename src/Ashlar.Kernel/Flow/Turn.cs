namespace Ashlar.Kernel;

/// <summary>
/// One transaction of one step. What the body changes through <see cref="Work"/> and where the instance goes next are
/// committed together, and only if no other worker has taken the instance over meanwhile.
/// </summary>
/// <typeparam name="TStep">The steps of the workflow.</typeparam>
/// <typeparam name="TState">What an instance knows.</typeparam>
public sealed class Turn<TStep, TState>
    where TStep : struct, Enum
    where TState : class
{
    private readonly Func<TState, string> _write;

    internal Turn(TurnContext context, TState state, Func<TState, string> write) =>
        (Work, Instance, State, _write) = (context.Work, context.Token.Instance, state, write);

    /// <summary>The transaction.</summary>
    public UnitOfWork Work { get; }

    /// <summary>The id of the instance.</summary>
    public Guid Instance { get; }

    /// <summary>What the instance knows, as it is in this transaction.</summary>
    public TState State { get; }

    /// <summary>Goes to a step.</summary>
    public Next Go(TStep step) => new NextStep(EnumNames<TStep>.Of(step), State: null);

    /// <summary>Goes to a step with more knowledge.</summary>
    public Next Go(TStep step, TState state) => new NextStep(EnumNames<TStep>.Of(step), _write(state));

    /// <summary>Ends the branch.</summary>
    public Next Join() => new NextJoin(State: null);

    /// <summary>Ends the branch with more knowledge.</summary>
    public Next Join(TState state) => new NextJoin(_write(state));

    /// <summary>What it is when a step needs something that no step before it gave.</summary>
    public InvalidOperationException Missing(string name) => new($"Nothing has given `{name}` to {Instance}.");

    /// <summary>Stops here until a person decides.</summary>
    public Next Incident(string reason) => new NextIncident(reason);
}
