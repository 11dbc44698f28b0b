namespace Ashlar.Kernel;

/// <summary>What comes after a step, made by its <see cref="Turn{TStep, TState}"/>.</summary>
public abstract record Next
{
    private protected Next()
    {
    }
}

/// <summary>Another step.</summary>
/// <param name="Step">The name of the step.</param>
/// <param name="State">What the instance knows from now on, as JSON; null where it stays.</param>
internal sealed record NextStep(string Step, string? State) : Next;

/// <summary>The end of a branch.</summary>
/// <param name="State">What the instance knows from now on, as JSON; null where it stays.</param>
internal sealed record NextJoin(string? State) : Next;

/// <summary>A person has to decide.</summary>
/// <param name="Reason">Why.</param>
internal sealed record NextIncident(string Reason) : Next;
