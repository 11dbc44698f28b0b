using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Syntax.Rules;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

public sealed partial class Parser
{
    private DeclarationSyntax? ParseDeclaration()
    {
        var start = Current;
        var documentation = Documentation(start);
        var isPublic = IsWord(Current, "public") && Peek(1).Kind == TokenKind.Word;
        if (isPublic)
        {
            Take();
        }

        var declaration = ParseDeclarationAt(start.Span.Start);
        if (declaration is null)
        {
            return null;
        }

        isPublic = isPublic && IsPrefixAllowed(declaration, start);
        return documentation.Length == 0 && !isPublic
            ? declaration
            : declaration with { Documentation = documentation, IsPublic = isPublic };
    }

    private DeclarationSyntax? ParseDeclarationAt(int start) => TextOf(Current) switch
    {
        "system" => ParseSystem(start),
        "module" => ParseModule(start),
        "role" => ParseRole(start),
        "type" => ParseTypeDeclaration(start),
        "enum" => ParseEnum(start),
        "entity" => ParseEntity(start),
        "function" => ParseFunction(start),
        "shape" => ParseShape(start),
        "api" => ParseApi(start),
        "action" => ParseAction(start),
        "event" => ParseEvent(start),
        "view" => ParseView(start),
        "slot" => ParseSlot(start),
        "workflow" => ParseWorkflow(start),
        "config" => ParseConfig(start),
        "sample" => ParseSample(start),
        "scenario" => ParseScenario(start),
        "change" => ParseChange(start),
        _ => ParseForeignDeclaration(start),
    };

    private SystemSyntax ParseSystem(int start)
    {
        Take();
        var system = new SystemSyntax(ParseName(), null, null, [], default);
        var block = OpenBlock(Owner("system", system.Name));
        while (InBlock(ref block))
        {
            system = ParseSystemPart(system);
        }

        CloseBlock(block);
        return system with { Span = SpanFrom(start) };
    }

    private SystemSyntax ParseSystemPart(SystemSyntax system)
    {
        var word = Current;
        switch (TextOf(word))
        {
            case "title":
                Take();
                ReportRepeated(word, system.Title is not null);
                return system with { Title = ParseText() };
            case "timezone":
                Take();
                ReportRepeated(word, system.TimeZone is not null);
                return system with { TimeZone = ParseText() };
            case "language":
                Take();
                ReportRepeated(word, !system.Languages.IsEmpty);
                return system with { Languages = ParseNames() };
            default:
                SkipUnknownWord("a system", ["title", "timezone", "language"]);
                return system;
        }
    }

    private ModuleSyntax ParseModule(int start)
    {
        Take();
        var name = ParseDeclaredName();
        var uses = TryTakeWord("uses") ? ParseNames() : [];
        return new ModuleSyntax(name, uses, SpanFrom(start));
    }

    private RoleSyntax ParseRole(int start)
    {
        Take();
        var name = ParseDeclaredName();
        var grantedBy = TryTakeWord("granted") && ExpectWord("by") ? ParseNames() : [];
        return new RoleSyntax(name, grantedBy, SpanFrom(start));
    }

    private static string Owner(string word, NameSyntax name) => name.IsMissing ? $"the {word}" : $"`{word} {name.Text}`";

    private void ReportRepeated(Token word, bool isRepeated)
    {
        if (isRepeated)
        {
            ReportHabit(_report.Finding<RepeatedPart>(word.Span, $"{Show(word)} is already given").WithHelp("keep one of them"));
        }
    }
}
