namespace Ashlar.Emit.Testing;

/// <summary>What an answer has to be: a status, and the code of the refusal or nothing.</summary>
internal sealed record Outcome(int Status, string Code)
{
    public static Outcome SignedOut { get; } = new(401, "signed-out");

    public static Outcome Forbidden { get; } = new(403, "forbidden");

    public static Outcome NotFound { get; } = new(404, "not-found");

    public static Outcome Done(int status) => new(status, "");

    /// <summary>The answer to an actor without the right.</summary>
    public static Outcome Denied(Actor actor) => actor.IsSignedIn ? Forbidden : SignedOut;
}

/// <summary>What happens when this actor sends a request.</summary>
internal sealed record Attempt(Actor Actor, Outcome Outcome);
