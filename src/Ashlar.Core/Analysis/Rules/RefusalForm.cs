using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>An answer to a refusal that does not exist, or one that says nothing.</summary>
internal sealed class RefusalForm : ModelRule
{
    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        var written = facts.Model.Apis
            .SelectMany(api => api.Errors.Refusals, (api, refusal) => (Api: api, Refusal: refusal))
            .ToList();
        if (written.Count == 0)
        {
            return;
        }

        var known = RefusalNames.OfRequests.Concat(RefusalNames.Of(facts.Model)).ToHashSet(StringComparer.Ordinal);
        foreach (var (api, refusal) in written)
        {
            if (Problem(api, refusal, known) is { } found)
            {
                report.Add(found.About($"{api.Name}"));
            }
        }
    }

    private Diagnostic? Problem(Api api, RefusalUse refusal, HashSet<string> known)
    {
        var isOfMember = RefusalNames.OfMembers.Contains(refusal.Name, StringComparer.Ordinal);
        if (!isOfMember && !known.Contains(refusal.Name))
        {
            return At(refusal.Origin, $"no refusal is named `{refusal.Name}`")
                .WithLabel("neither of every api nor a rule of this model")
                .Suggest(refusal.Name, known.Concat(RefusalNames.OfMembers));
        }

        return refusal switch
        {
            { Status: null, Message: null, Subject: null } => At(refusal.Origin, $"nothing is said of `{refusal.Name}`")
                .WithLabel("answered as usual")
                .WithHelp("write `status 409`, `message \"…\"` or `about \"…\"` behind it, or leave it out"),
            { Status: not null } when isOfMember =>
                At(refusal.Origin, $"`{refusal.Name}` is about a member, and has no status of its own")
                    .WithLabel("part of `Invalid`")
                    .WithHelp("write the status behind `Invalid`"),
            { Subject: not null } when api.Errors.Body is null || isOfMember =>
                At(refusal.Origin, $"no answer shows what `{refusal.Name}` is about")
                    .WithLabel(isOfMember ? "about its member" : "the usual answers have no subject")
                    .WithHelp(isOfMember
                        ? "leave `about` out"
                        : "write `errors { errors: { \"{subject}\": messages } }`, or leave `about` out"),
            _ => null,
        };
    }
}
