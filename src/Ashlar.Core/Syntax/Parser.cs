using System.Collections.Immutable;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Syntax.Rules;
using Ashlar.Core.Text;

namespace Ashlar.Core.Syntax;

/// <summary>
/// Reads the tokens of one file into nodes. It never gives up: what does not fit is reported once, the construct that
/// it stands in is kept as far as it could be read, and reading goes on with the next one.
/// </summary>
public sealed partial class Parser
{
    private readonly SourceFile _source;
    private readonly ImmutableArray<Token> _tokens;
    private readonly SyntaxReport _report;
    private readonly WordTable _words;
    private int _position;
    private int _reportedAt = -1;

    private Parser(SourceFile source, ImmutableArray<Token> tokens, SyntaxReport report, WordTable words)
    {
        _source = source;
        _tokens = tokens;
        _report = report;
        _words = words;
    }

    /// <summary>The tree of any text at all; what is wrong with it is in the tree's diagnostics.</summary>
    public static SyntaxTree Parse(SourceFile source)
    {
        if (UnreadableFile.Find(source) is { } found)
        {
            return UnreadableFile.Tree(source, found);
        }

        var report = new SyntaxReport(source);
        var tokens = Lexer.Lex(source.Text, new TextSpan(0, source.Text.Length), report);
        var root = new Parser(source, tokens, report, new WordTable()).ParseFile();
        return new SyntaxTree(source, tokens, root, report.ToSorted());
    }

    private FileSyntax ParseFile()
    {
        var declarations = ImmutableArray.CreateBuilder<DeclarationSyntax>();
        while (Kind != TokenKind.EndOfFile)
        {
            var findings = _report.Count;
            if (ParseDeclaration() is { } declaration)
            {
                declarations.Add(declaration);
                _isLastBroken = findings != _report.Count;
            }
        }

        ResolvePositionalArguments(declarations);
        if (_report.Count == 0)
        {
            ReportDanglingDocumentation();
        }

        return new FileSyntax(declarations.DrainToImmutable(), new TextSpan(0, _source.Text.Length));
    }

    private Token Current => _tokens[_position];

    private TokenKind Kind => _tokens[_position].Kind;

    private Token Previous => _tokens[Math.Max(0, _position - 1)];

    private Token Peek(int distance) => _tokens[Math.Min(_position + distance, _tokens.Length - 1)];

    private ReadOnlySpan<char> TextOf(Token token) => _source.Text.AsSpan(token.Span.Start, token.Span.Length);

    private bool IsWord(Token token, string word) => token.Kind == TokenKind.Word && TextOf(token).SequenceEqual(word);

    /// <summary>The current token is this word, and not the name of a field or key (which a colon follows).</summary>
    private bool AtWord(string word) => IsWord(Current, word) && Peek(1).Kind != TokenKind.Colon;

    private bool AtFieldStart => Kind == TokenKind.Word && Peek(1).Kind == TokenKind.Colon;

    private Token Take()
    {
        var token = _tokens[_position];
        if (token.Kind != TokenKind.EndOfFile)
        {
            _position++;
        }

        return token;
    }

    private bool TryTake(TokenKind kind)
    {
        var isThere = Kind == kind;
        if (isThere)
        {
            Take();
        }

        return isThere;
    }

    private bool TryTakeWord(string word)
    {
        var isThere = AtWord(word);
        if (isThere)
        {
            Take();
        }

        return isThere;
    }

    /// <summary>From an offset to the end of the last token read; empty where nothing has been read.</summary>
    private TextSpan SpanFrom(int start) => TextSpan.FromBounds(start, Previous.Span.End);

    /// <summary>The place right behind the last token read, where something is missing.</summary>
    private TextSpan Gap => new(_position == 0 ? 0 : Previous.Span.End, 0);

    private bool IsFirstOnLine(int position)
    {
        var trivia = _tokens[position].Trivia;
        return position == 0 || _source.Text.AsSpan(trivia.Start, trivia.Length).Contains('\n');
    }
}
