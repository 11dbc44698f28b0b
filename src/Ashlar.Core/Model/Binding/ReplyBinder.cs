using System.Globalization;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>Binds the status of a reply, and what stands around its rows.</summary>
internal sealed class ReplyBinder(Site site, ReplySyntax node, string operation)
{
    /// <summary>The reply is of rows, which have a total and pages.</summary>
    public bool IsList { get; init; }

    /// <summary>Pages are found by counting rows, and so none follows another.</summary>
    public bool IsByOffset { get; init; }

    /// <summary>There is a row to reply with.</summary>
    public bool HasRow { get; init; }

    /// <summary>The row or rows in the reply; a reply has them once.</summary>
    public ReplyRowSyntax? Row => node.Value?.SelfAndInner().OfType<ReplyRowSyntax>().FirstOrDefault();

    public ReplyForm Form => field ??= Bind();

    private ReplyForm Bind()
    {
        ReportRows();
        var status = BindStatus();
        return node.Value switch
        {
            null => new ReplyForm { Status = status, HasNoBody = true },
            ReplyObjectSyntax value => new ReplyForm { Status = status, Envelope = BindObject(value) },
            var value => BindAlone(status, value),
        };
    }

    private ReplyForm BindAlone(int? status, ReplyValueSyntax value)
    {
        if (value is ReplyWordSyntax or ReplyConstantSyntax)
        {
            site.Add(ReplyMemberValue.Alone(site.At(value), site.Source.Slice(value.Span)));
        }

        return new ReplyForm { Status = status };
    }

    private void ReportRows()
    {
        foreach (var row in node.Value?.SelfAndInner().OfType<ReplyRowSyntax>().Skip(1) ?? [])
        {
            site.Add(ReplyMemberValue.Twice(site.At(row), Row is { } first ? site.At(first) : site.At(row)));
        }

        if (!HasRow && Row is { } none)
        {
            site.Add(EndpointOption.At(site.At(none), "reply", operation));
        }
    }

    private int? BindStatus()
    {
        if (node.Status is not { } number)
        {
            return null;
        }

        var isStatus = number.Value is >= 200 and <= 299 && decimal.IsInteger(number.Value);
        if (!isStatus)
        {
            site.Add(ReplyStatus.NoSuccess(site.At(number), number.Value));
            return null;
        }

        var status = (int)number.Value;
        if (status is 204 or 205 && node.Value is not null)
        {
            site.Add(ReplyStatus.WithoutBody(site.At(node.Value), status));
        }

        return status;
    }

    private ReplyObject BindObject(ReplyObjectSyntax value)
    {
        var members = new List<ReplyMember>();
        var names = new Dictionary<string, NameSyntax>(StringComparer.Ordinal);
        foreach (var member in value.Members.Where(member => !member.Name.IsMissing))
        {
            if (names.TryAdd(member.Name.Text, member.Name))
            {
                members.Add(new ReplyMember(member.Name.Text, BindValue(member.Value)));
            }
            else
            {
                site.Add(DuplicateMember.At(site.At(member.Name), member.Name.Text, site.At(names[member.Name.Text])));
            }
        }

        return new ReplyObject(members.ToValueList());
    }

    private ReplyValue BindValue(ReplyValueSyntax value)
    {
        switch (value)
        {
            case ReplyObjectSyntax nested:
                return BindObject(nested);
            case ReplyConstantSyntax constant:
                return BindConstant(constant);
            case ReplyWordSyntax word:
                if (!IsList)
                {
                    site.Add(ReplyMemberValue.NoList(site.At(word), word.Word.Text));
                }
                else if (IsByOffset && word.Word.Text == "next")
                {
                    site.Add(ReplyMemberValue.NoNext(site.At(word)));
                }

                return word.Word.Text == "total" ? new ReplyTotal() : new ReplyNext();
            default:
                return new ReplyRows();
        }
    }

    private ReplyConstant BindConstant(ReplyConstantSyntax value)
    {
        if (!HasRow)
        {
            site.Add(ReplyMemberValue.WithoutRow(site.At(value)));
        }
        else if (value.Number is { Value: > long.MaxValue })
        {
            site.Add(ReplyMemberValue.TooLarge(site.At(value)));
        }

        return value switch
        {
            { Text: { } text } => new(ReplyConstantKind.Text, text.Value),
            { Number: { } number } => new(ReplyConstantKind.Number, number.Value.ToString(CultureInfo.InvariantCulture)),
            { Word.Text: "null" } => new(ReplyConstantKind.Null, "null"),
            _ => new(ReplyConstantKind.Flag, value.Word?.Text ?? "false"),
        };
    }
}
