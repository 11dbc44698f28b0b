using Ashlar.Core.Model.Statements;

namespace Ashlar.Core.Model;

/// <summary>The names of refusals: those of every system, and those that a model adds.</summary>
public static class RefusalNames
{
    /// <summary>Of a request as a whole.</summary>
    public static IReadOnlyList<string> OfRequests { get; } =
    [
        "Invalid", "SignedOut", "TokenRefused", "BadCredentials", "Forbidden", "NotFound", "NotAcceptable", "Taken", "InUse",
        "StateConflict", "Stale", "PreconditionRequired", "BodyTooLarge", "UnsupportedMediaType", "OutOfRange", "KeyReused",
        "SignatureRefused", "DeliveryReused",
        "TooMany", "Unavailable", "Timeout",
    ];

    /// <summary>Of one member of a request; the request as a whole is `Invalid` or `Forbidden` then.</summary>
    public static IReadOnlyList<string> OfMembers { get; } =
    [
        "Missing", "Null", "Blank", "Malformed", "TooShort", "TooLong", "TooSmall", "TooLarge", "NoMatch", "UnknownMember",
        "NotAllowed",
    ];

    /// <summary>The names of requirements, checks, rules between rows and failures.</summary>
    public static IEnumerable<string> Of(SystemModel model) => model.Entities.SelectMany(Of)
        .Concat(model.Actions.SelectMany(Of))
        .Concat(model.Slots.SelectMany(slot => slot.Failures).Select(failure => failure.Name));

    private static IEnumerable<string> Of(Entity entity) => entity.Checks.Select(check => check.Name)
        .Concat(entity.Uniques.Select(rule => rule.Name))
        .Concat(entity.Exclusives.Select(rule => rule.Name));

    private static IEnumerable<string> Of(ActionDefinition action) =>
        action.Steps().Select(step => step.Refusal()?.Name).OfType<string>();
}
