namespace Ashlar.Core.Plan;

/// <summary>How much a change asks of those who live with the system, least first.</summary>
public enum ChangeClass
{
    /// <summary>Nobody has to know of it.</summary>
    Additive,

    /// <summary>What worked works, but does something else.</summary>
    Behavioural,

    /// <summary>Somebody who relied on the system has to change.</summary>
    Breaking,

    /// <summary>Data is lost.</summary>
    Destructive,
}

/// <summary>What a change is felt in.</summary>
public enum ConsequencePart
{
    Data,
    Api,
    Security,
    Behaviour,
    Code,
}

/// <summary>One thing that a plan does, in a sentence for a person who knows the system and not its code.</summary>
public sealed record Consequence(ConsequencePart Part, ChangeClass Class, ElementPath Element, string Text)
{
    /// <summary>What happens, without where or to whom, so that what is the same in several places is said once.</summary>
    public string Gist { get; init; } = "";

    /// <summary>The operation in which, or the people for whom, it happens; empty where the text stands for itself.</summary>
    public string Place { get; init; } = "";
}
