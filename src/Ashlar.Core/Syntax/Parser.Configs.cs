using System.Collections.Immutable;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Syntax;

public sealed partial class Parser
{
    private ConfigSyntax ParseConfig(int start)
    {
        Take();
        var name = ParseDeclaredName();
        var members = ImmutableArray.CreateBuilder<MemberSyntax>();
        var block = OpenBlock(Owner("config", name));
        while (InBlock(ref block))
        {
            if (ParseConfigMember() is { } member)
            {
                members.Add(member);
                SkipFieldSeparator();
            }
        }

        CloseBlock(block);
        return new ConfigSyntax(name, members.DrainToImmutable(), SpanFrom(start));
    }

    private MemberSyntax? ParseConfigMember() =>
        AtFieldStart ? ParseField()
        : AtWord("require") ? ParseConfigRequire(Current.Span.Start)
        : ParseForeignMember("a configuration");

    /// <summary>`require Short "A call is short." { timeout &lt; 30s }`.</summary>
    private CheckSyntax ParseConfigRequire(int start)
    {
        Take();
        var name = ParseName();
        var message = ParseText();
        return new CheckSyntax(name, message, ParseBracedExpression("the requirement"), SpanFrom(start));
    }
}
