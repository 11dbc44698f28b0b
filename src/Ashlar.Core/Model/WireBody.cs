using Ashlar.Core.Text;

namespace Ashlar.Core.Model;

/// <summary>The members of a request where they are not simply its fields.</summary>
public sealed record WireBody(ValueList<WireMember> Members)
{
    /// <summary>The way to the member that sets a field; null where no member does.</summary>
    public WireMember? Of(string field) => Members.FirstOrDefault(member => member.Field == field);
}

/// <summary>`article: { body: text }`: the member `body` inside of `article` is for the field `text`.</summary>
public sealed record WireMember(ValueList<string> Path, string Field, Origin Origin)
{
    /// <summary>`article.body`.</summary>
    public string Name => string.Join('.', Path);
}
