namespace Ashlar.Kernel;

/// <summary>What a slot gave, as the outcome of an outside call.</summary>
public static class SlotOutcome
{
    /// <summary>What a slot's own question says when nothing was done.</summary>
    private const string NotDone = "NotDone";

    /// <summary>The outcome of a call that cannot fail.</summary>
    public static Outcome<T> Of<T>(T given) where T : class => new Succeeded<T>(given);

    /// <summary>The outcome of a call.</summary>
    public static Outcome<T> Of<T>((SlotFailure? Failure, T? Given) answer) where T : class => answer switch
    {
        ({ } failure, _) => new Failed<T>(failure.Name, failure.IsTransient),
        (_, { } given) => new Succeeded<T>(given),
        _ => throw new InvalidOperationException("A slot gives a value or a failure."),
    };

    /// <summary>What was found out about a call: null when it was not done.</summary>
    public static Outcome<T>? Found<T>(SlotFailure? failure, T? given) where T : class =>
        failure?.Name == NotDone ? null : Of((failure, given));
}
