using Ashlar.Core.Model.Rules;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;
using Ashlar.Core.Words;

namespace Ashlar.Core.Model.Binding;

/// <summary>Binds the body of what an API refuses, and what it says instead of the usual.</summary>
internal sealed class ErrorBinder(Site site)
{
    public static ErrorUse Bind(Site site, ApiSyntax node)
    {
        var binder = new ErrorBinder(site);
        return node.Errors is null && node.Refusals is null
            ? ErrorUse.Default
            : new ErrorUse(
                node.Errors is { } errors ? binder.BindObject(errors.Body) as ErrorObject : null,
                node.Refusals is { } refusals ? binder.BindRefusals(refusals).ToValueList() : []);
    }

    private ErrorValue BindObject(ErrorObjectSyntax node)
    {
        if (node.Members.FirstOrDefault(member => member.Subject is not null) is { } subject)
        {
            BindSubject(node, subject);
            return new ErrorSubjects();
        }

        var members = new List<ErrorMember>();
        var names = new Dictionary<string, NameSyntax>(StringComparer.Ordinal);
        foreach (var member in node.Members)
        {
            if (member.Name is not { IsMissing: false } name)
            {
                continue;
            }

            if (names.TryAdd(name.Text, name))
            {
                members.Add(new ErrorMember(name.Text, BindValue(member.Value)));
            }
            else
            {
                site.Add(DuplicateMember.At(site.At(name), name.Text, site.At(names[name.Text])));
            }
        }

        return new ErrorObject(members.ToValueList());
    }

    private void BindSubject(ErrorObjectSyntax node, ErrorMemberSyntax member)
    {
        var isSubject = member.Subject is TemplateSyntax { Parts: [NameExpressionSyntax { Name.Text: "subject" }] };
        if (!isSubject)
        {
            site.Add(ErrorBody.NoSubject(site.At(member.Subject ?? (SyntaxNode)member)));
        }
        else if (member.Value is not ErrorWordSyntax { Word.Text: "messages" or "" })
        {
            site.Add(ErrorBody.NoMessages(site.At(member.Value)));
        }

        if (node.Members.FirstOrDefault(other => other != member) is { } beside)
        {
            site.Add(ErrorBody.Beside(site.At(beside)));
        }
    }

    private ErrorValue BindValue(ErrorValueSyntax node) => node switch
    {
        ErrorObjectSyntax nested => BindObject(nested),
        ErrorTextSyntax text => new ErrorText(text.Text.Value),
        ErrorWordSyntax word => new ErrorFact(BindWord(word.Word)),
        _ => throw new InvalidOperationException("every value of an error is one of these"),
    };

    private ErrorFactKind BindWord(NameSyntax word)
    {
        switch (word.Text)
        {
            case "code":
                return ErrorFactKind.Code;
            case "status":
                return ErrorFactKind.Status;
            case "message" or "":
                return ErrorFactKind.Message;
            case "messages":
                site.Add(ErrorBody.Alone(site.At(word)));
                return ErrorFactKind.Message;
            default:
                site.Add(ErrorBody.Unknown(site.At(word), word.Text));
                return ErrorFactKind.Message;
        }
    }

    private IEnumerable<RefusalUse> BindRefusals(RefusalsSyntax node)
    {
        var seen = new Dictionary<string, NameSyntax>(StringComparer.Ordinal);
        foreach (var item in node.Items.Where(item => !item.Name.IsMissing))
        {
            if (!seen.TryAdd(item.Name.Text, item.Name))
            {
                site.Add(DuplicateMember.At(site.At(item.Name), item.Name.Text, site.At(seen[item.Name.Text])));
                continue;
            }

            yield return new RefusalUse(item.Name.Text, site.OriginOf(item.Name))
            {
                Status = item.Status is { } number ? StatusOf(number) : null,
                Message = item.Message?.Value,
                Subject = item.About?.Value,
            };
        }
    }

    private int? StatusOf(NumberSyntax number)
    {
        var isStatus = number.Value is >= 400 and <= 599 && decimal.IsInteger(number.Value);
        if (!isStatus)
        {
            site.Add(ReplyStatus.NoRefusal(site.At(number), number.Value));
        }

        return isStatus ? (int)number.Value : null;
    }
}
