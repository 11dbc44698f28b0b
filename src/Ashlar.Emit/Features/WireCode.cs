using System.Globalization;
using Ashlar.Core.Model;
using Ashlar.Core.Text;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Features;

/// <summary>
/// The C# of what the outside sees of an operation: the members of its request, and what stands around its reply.
/// </summary>
internal static class WireCode
{
    /// <summary>The static field with what the members of a request are called; nothing where they are the fields.</summary>
    public static Code Field(WireBody? body)
    {
        if (body is null)
        {
            return Code.Empty;
        }

        var members = body.Members.Select(member => Code.Of($"({Lit.Of(member.Field)}, {Lit.Of(member.Name)})")).ToList();
        return Code.Of($"private static readonly WireForm Wire = new({Statements.StatementCall.Wrapped(members)});");
    }

    /// <summary>The argument of what reads the body.</summary>
    public static Code Argument(WireBody? body) => Code.When(body is not null, () => Code.Of($"Wire"));

    /// <summary>`.As(201, found => new Envelope().With("book", found))`: what a reply is besides its row.</summary>
    public static Code Around(ReplyForm form, int status)
    {
        if (form.HasNoBody)
        {
            return Code.Of($".Empty({form.Status ?? status})");
        }

        var envelope = form.Envelope is { } value
            ? Code.Of($"found => {Envelope(value, Code.Of($"found"), Code.Empty, Code.Empty)}")
            : Code.Empty;
        return (form.Status, envelope.IsEmpty) switch
        {
            (null, true) => Code.Empty,
            (_, true) => Code.Of($".As({form.Status ?? status})"),
            _ => Code.Of($".As({form.Status ?? status}, {envelope})"),
        };
    }

    /// <summary>`new Envelope().With("articles", articles.Items).With("articlesCount", total)`.</summary>
    public static Code Envelope(ReplyObject value, Code rows, Code total, Code next) => Code.Of(
        $"new Envelope(){Code.Join(value.Members.Select(member => Member(member, rows, total, next)), "")}");

    private static Code Member(ReplyMember member, Code rows, Code total, Code next)
    {
        var value = member.Value switch
        {
            ReplyRows => rows,
            ReplyTotal => total,
            ReplyNext => next,
            ReplyConstant { Kind: ReplyConstantKind.Text } text => Code.Of($"{Lit.Of(text.Text)}"),
            ReplyConstant { Kind: ReplyConstantKind.Null } => Code.Of($"default(string)"),
            ReplyConstant { Kind: ReplyConstantKind.Flag } flag => flag.Text == "true" ? Code.Of($"true") : Code.Of($"false"),
            ReplyConstant number => Code.Of($"{long.Parse(number.Text, CultureInfo.InvariantCulture)}"),
            ReplyObject nested => Envelope(nested, rows, total, next),
            _ => throw new InvalidOperationException($"no code for {member.Value.GetType().Name}"),
        };
        return Code.Of($".With({Lit.Of(member.Name)}, {value})");
    }
}
