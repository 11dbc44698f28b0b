using System.Globalization;
using System.Text.RegularExpressions;

namespace Helpdesk.Support.Slots;

/// <summary>Finds the ticket that the subject of a message names, as in `Re: [HD-1042] Ovens stay cold`.</summary>
public sealed class ReadReference : IReadReference
{
    private static readonly Regex Reference = new(
        @"\[HD-(?<number>[0-9]{1,9})\]", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <inheritdoc />
    public ReadReferenceResult Run(string subject, CancellationToken cancellation)
    {
        var found = Reference.Matches(subject);
        if (found.Count == 0)
        {
            return new ReadReferenceResult.NoReference();
        }

        var number = int.Parse(found[0].Groups["number"].Value, CultureInfo.InvariantCulture);
        if (number == 0)
        {
            return new ReadReferenceResult.NoReference();
        }

        // A reply to a reply names its ticket twice.
        if (found.Any(other => other.Value != found[0].Value))
        {
            return new ReadReferenceResult.SeveralReferences();
        }

        var rest = subject[(found[^1].Index + found[^1].Length)..].Trim();
        return new ReadReferenceResult.Ok(number, rest.Length == 0 ? null : rest);
    }
}
