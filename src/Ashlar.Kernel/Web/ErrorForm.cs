using Microsoft.AspNetCore.Http;

namespace Ashlar.Kernel;

/// <summary>What an api answers where it refuses something, as far as that is not the usual.</summary>
/// <param name="Body">The body; null for an RFC 9457 problem document.</param>
/// <param name="Answers">What is said instead of the usual, by the code.</param>
public sealed record ErrorForm(ErrorPart? Body, params IReadOnlyList<ErrorAnswer> Answers)
{
    private readonly Dictionary<string, ErrorAnswer> _answers =
        Answers.ToDictionary(answer => answer.Code, StringComparer.Ordinal);

    /// <summary>The refusal as this api says it: with its own status and messages.</summary>
    internal Refusal Say(Refusal refusal)
    {
        var errors = refusal.Errors.Select(error => error with { Message = MessageOf(error.Code, error.Message) }).ToList();
        return refusal with
        {
            Status = _answers.GetValueOrDefault(refusal.Code)?.Status ?? refusal.Status,
            Message = errors is [var only] && refusal.Code == "invalid"
                ? only.Message
                : MessageOf(refusal.Code, refusal.Message),
            Errors = errors,
        };
    }

    /// <summary>What is wrong, under the subject that it is wrong with.</summary>
    internal IEnumerable<IGrouping<string, string>> Subjects(Refusal refusal, HttpContext http)
    {
        IEnumerable<(string Subject, string Message)> said = refusal.Errors.Count > 0 && Own(refusal) is null
            ? refusal.Errors.Select(error => (SubjectOf(error.Field) ?? Usual(http), error.Message))
            : [(Own(refusal) ?? Usual(http), refusal.Message)];
        return said.Distinct().GroupBy(item => item.Subject, item => item.Message, StringComparer.Ordinal);
    }

    private string? Own(Refusal refusal) => _answers.GetValueOrDefault(refusal.Code)?.Subject;

    private string MessageOf(string code, string message) => _answers.GetValueOrDefault(code)?.Message ?? message;

    private static string Usual(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<ErrorSubject>()?.Name ?? "request";

    /// <summary>The last name in <c>article.tags[2]</c>; null for the body as a whole.</summary>
    private static string? SubjectOf(string field)
    {
        var member = field[(field.LastIndexOf('.') + 1)..];
        var end = member.IndexOf('[', StringComparison.Ordinal);
        member = end < 0 ? member : member[..end];
        return member.Length == 0 ? null : member;
    }
}

/// <summary>What an api says to one kind of refusal, or to one kind of wrong member.</summary>
/// <param name="Code">The code of it.</param>
public sealed record ErrorAnswer(string Code)
{
    /// <summary>The status, where it is not the usual.</summary>
    public int? Status { get; init; }

    /// <summary>The sentence for people, where it is not the usual.</summary>
    public string? Message { get; init; }

    /// <summary>What it is about, where no member of the request is wrong.</summary>
    public string? Subject { get; init; }
}

/// <summary>What the requests of an endpoint are about, where no member is wrong.</summary>
/// <param name="Name">The name of it.</param>
internal sealed record ErrorSubject(string Name);
