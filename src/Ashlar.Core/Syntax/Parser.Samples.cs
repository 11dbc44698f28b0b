using System.Collections.Immutable;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

public sealed partial class Parser
{
    private SampleSyntax ParseSample(int start)
    {
        Take();
        var name = AtFieldStart ? TakeName() : MissingName;
        TryTake(TokenKind.Colon);
        var entity = ParseQualifiedName();
        var roles = TryTakeWord("as") ? ParseNames() : [];
        var values = Kind == TokenKind.OpenBrace ? ParseObject() : MissingObject();
        return new SampleSyntax(name, entity, roles, values, SpanFrom(start));
    }

    private ObjectSyntax MissingObject()
    {
        Expect(TokenKind.OpenBrace);
        return new ObjectSyntax([], Gap);
    }
}
